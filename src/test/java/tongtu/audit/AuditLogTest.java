package tongtu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

class AuditLogTest {
    @TempDir Path folder;
    private Database database;
    private AuditLog log;

    @BeforeEach
    void fill() throws Exception {
        database = new Database(folder);
        log = new AuditLog(database, InstantSource.system());
        for (int i = 1; i <= 20; i++) {
            log.add(new AuditLog.Entry("shili", Deed.REMARKED, "notices/a", "" + i, "说明" + i));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void tamper(String... statements) throws DatabaseUnavailable {
        database.write(connection -> {
            // Whoever has the file can take the triggers away; the chain tells all the same.
            Sql.update(connection, "DROP TRIGGER IF EXISTS audit_no_update");
            Sql.update(connection, "DROP TRIGGER IF EXISTS audit_no_delete");
            for (var statement : statements) {
                Sql.update(connection, statement);
            }
            return true;
        });
    }

    private void isBroken(String... statements) throws DatabaseUnavailable {
        assertTrue(log.verify(Map.of()).faults().isEmpty());
        tamper(statements);
        assertFalse(log.verify(Map.of()).faults().isEmpty());
    }

    @Test
    void aWholeChainIsFoundWhole() throws DatabaseUnavailable {
        var verdict = log.verify(Map.of(20L, new AuditLog.Witness(log.head().hash(), "提交")));
        assertEquals(20, verdict.lines());
        assertTrue(verdict.faults().isEmpty());
    }

    @Test
    void aChangedLineIsFound() throws DatabaseUnavailable {
        isBroken("UPDATE audit SET words = '别的' WHERE number = 7");
    }

    @Test
    void aMissingLineIsFound() throws DatabaseUnavailable {
        isBroken("DELETE FROM audit WHERE number = 7");
    }

    @Test
    void linesThatChangedPlacesAreFound() throws DatabaseUnavailable {
        isBroken(
                "UPDATE audit SET number = 100 WHERE number = 7",
                "UPDATE audit SET number = 7 WHERE number = 8",
                "UPDATE audit SET number = 8 WHERE number = 100");
    }

    @Test
    void aLineCutOffAtTheEndIsFound() throws DatabaseUnavailable {
        isBroken("DELETE FROM audit WHERE number = 20");
    }

    @Test
    void anEndCutOffWithItsHeadIsFoundByWhatCommitsTell() throws DatabaseUnavailable {
        var witness =
                Map.of(18L, new AuditLog.Witness(log.before(19, 1, "").getFirst().hash(), "提交"));
        assertTrue(log.verify(witness).faults().isEmpty());
        var hash = log.before(16, 1, "").getFirst().hash();
        tamper(
                "DELETE FROM audit WHERE number > 15",
                "UPDATE audit_head SET number = 15, hash = '" + hash + "'");
        assertTrue(log.verify(Map.of()).faults().isEmpty());
        assertFalse(log.verify(witness).faults().isEmpty());
    }

    @Test
    void aLineIsNeverChangedByTheProgramItself() {
        assertThrows(
                DatabaseUnavailable.class,
                () ->
                        database.write(connection ->
                                Sql.update(connection, "UPDATE audit SET who = 'x'")));
        assertThrows(
                DatabaseUnavailable.class,
                () -> database.write(connection -> Sql.update(connection, "DELETE FROM audit")));
    }
}
