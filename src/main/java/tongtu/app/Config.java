package tongtu.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.messages.Retention;
import tongtu.web.TrustedProxies;

/// How a site is run, checked once at the start. `baseUrl` has no slash at its end and is empty
/// when there is none; `data` is the folder for what the program writes; `retention` is how long
/// messages are kept; `proxies` are those whose word about clients is taken.
public record Config(
        String host,
        int port,
        Path content,
        String baseUrl,
        Path data,
        Retention retention,
        TrustedProxies proxies) {

    public Config(String host, int port, Path content, String baseUrl, Path data) {
        this(host, port, content, baseUrl, data, Retention.DEFAULT, TrustedProxies.NONE);
    }

    /// A setting that cannot be used, said to the person who made it.
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    static Config of(String host, int port, Path content, String baseUrl, Path data) throws Wrong {
        if (port < 0 || port > 65_535) {
            throw new Wrong("端口（--port）要在 0 到 65535 之间，现在是 " + port + "。");
        }
        if (host.isBlank()) {
            throw new Wrong("地址（--host）不能是空的。");
        }
        if (!Files.isDirectory(content)) {
            throw new Wrong("内容文件夹（--content）「" + content + "」不存在，或不是文件夹。");
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new Wrong("数据文件夹（--data）「" + data + "」不是文件夹。");
        }
        return new Config(host, port, real(content), checked(baseUrl), data);
    }

    /// The folder itself where a link to it was named: links within it are not followed.
    private static Path real(Path content) throws Wrong {
        try {
            return content.toRealPath();
        } catch (IOException e) {
            throw new Wrong("内容文件夹（--content）「" + content + "」读不了：" + e.getMessage());
        }
    }

    /// The same, keeping messages for so many days.
    Config keeping(int contactDays, int messageDays) throws Wrong {
        if (contactDays < 1 || messageDays < contactDays || messageDays > Retention.MOST_DAYS) {
            throw new Wrong(
                    "联系方式（--keep-contacts）和留言（--keep-messages）保存的天数要在 1 到 %d 之间，留言不能比联系方式短，现在是 %d 和 %d。"
                            .formatted(Retention.MOST_DAYS, contactDays, messageDays));
        }
        var kept = new Retention(contactDays, messageDays);
        return new Config(host, port, content, baseUrl, data, kept, proxies);
    }

    /// The same behind proxies: addresses (`127.0.0.1`) and networks (`10.0.0.0/8`).
    Config behind(List<String> written) throws Wrong {
        var trusted = TrustedProxies.read(written);
        if (trusted == null) {
            throw new Wrong(
                    "反向代理（--trusted-proxy）要写 IP 地址或网段，如 127.0.0.1、10.0.0.0/8，现在是「"
                            + String.join("，", written)
                            + "」。");
        }
        return new Config(host, port, content, baseUrl, data, retention, trusted);
    }

    private static String checked(String baseUrl) throws Wrong {
        if (baseUrl.isEmpty()) {
            return "";
        }
        var uri = parsed(baseUrl);
        boolean isWeb =
                uri != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        if (uri == null
                || !isWeb
                || uri.getHost() == null
                || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getUserInfo() != null
                || uri.getPort() > 65_535
                || !(uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
            throw new Wrong("网站地址（--base-url）要写成 https://域名 的样子，后面不带路径，现在是「" + baseUrl + "」。");
        }
        return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    private static @Nullable URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
