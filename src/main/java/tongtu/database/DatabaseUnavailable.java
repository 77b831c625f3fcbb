package tongtu.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The database cannot be used now, and nothing was changed. The message says why and what to do,
/// for the people who run the site; it names no value that was to be kept.
public final class DatabaseUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    static DatabaseUnavailable folder(Path folder, Throwable cause) {
        return new DatabaseUnavailable(
                "数据文件夹（--data）「" + folder + "」建不了或写不进去。请检查它和上一层文件夹的权限、磁盘空间，再试一次。", cause);
    }

    static DatabaseUnavailable of(Path file, Throwable cause) {
        return new DatabaseUnavailable(message(file, cause), cause);
    }

    /// The message names no address: it may hold a user's name.
    static DatabaseUnavailable server(Throwable cause) {
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLException failure && "53100".equals(failure.getSQLState())) {
                return new DatabaseUnavailable("数据库服务器的磁盘满了，写不进去。请腾出空间，不用重新启动。", cause);
            }
        }
        return new DatabaseUnavailable(
                cause instanceof FlywayException
                        ? "数据库的格式和这个程序对不上，或者没有建表的权限。请用写它的那个版本，或更新的版本。"
                        : "数据库服务器用不了。请检查 database 这一项、密码文件和网络，再试一次。",
                cause);
    }

    static DatabaseUnavailable foreign(Path file) {
        return new DatabaseUnavailable("「" + file + "」不是通途的数据库，不能用。", new IOException("foreign"));
    }

    static DatabaseUnavailable damaged(Path file) {
        return new DatabaseUnavailable("数据库「" + file + "」坏了，不能用。", new IOException("damaged"));
    }

    private static String message(Path file, Throwable cause) {
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLiteException sqlite) {
                return message(file, sqlite.getResultCode());
            }
        }
        return cause instanceof FlywayException
                ? "数据库「" + file + "」的格式和这个程序对不上。请用写它的那个版本，或更新的版本。"
                : "数据库「" + file + "」用不了：" + cause.getMessage();
    }

    private static String message(Path file, SQLiteErrorCode code) {
        // The last eight bits are the kind of error; the rest tells its variants apart.
        int kind = code.code & 0xff;
        if (kind == SQLiteErrorCode.SQLITE_FULL.code) {
            return "磁盘满了，数据库「" + file + "」写不进去。请腾出空间，不用重新启动。";
        }
        if (kind == SQLiteErrorCode.SQLITE_BUSY.code
                || kind == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "数据库「" + file + "」正被别的程序占用。请等那个程序做完再试。";
        }
        if (kind == SQLiteErrorCode.SQLITE_READONLY.code
                || kind == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || kind == SQLiteErrorCode.SQLITE_PERM.code) {
            return "数据库「" + file + "」打不开或写不进去。请检查文件和文件夹的权限。";
        }
        if (kind == SQLiteErrorCode.SQLITE_CORRUPT.code
                || kind == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "数据库「" + file + "」坏了。请不要删除它，先复制一份，再用备份恢复。";
        }
        return "数据库「" + file + "」用不了（" + code + "）。请检查磁盘。";
    }
}
