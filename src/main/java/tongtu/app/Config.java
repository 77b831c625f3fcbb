package tongtu.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a site is run, checked once at the start. `baseUrl` has no slash at its end and is empty
/// when there is none; `data` is the folder for what the program writes.
public record Config(String host, int port, Path content, String baseUrl, Path data) {

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
