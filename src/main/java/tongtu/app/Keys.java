package tongtu.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Kind;
import tongtu.messages.Retention;
import tongtu.publishing.Rules;
import tongtu.web.TrustedProxies;

/// Everything that can be set, in the order in which people are shown it. What is added here is an
/// option, a variable and a line of the file at once; a test asks for its line in
/// docs/configuration.zh-CN.md.
final class Keys {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_CORES = 64;
    private static final String FOLDER = "文件夹的路径";
    private static final String DAYS = "1 到 " + Retention.MOST_DAYS + " 之间的整数，单位是天";

    static final Key<String> HOST =
            new Key<>(
                    "host",
                    "监听的地址",
                    "地址",
                    "IP 地址或主机名",
                    "127.0.0.1",
                    "127.0.0.1 只有本机能打开；0.0.0.0 是所有网卡。",
                    Key.Form.ONE,
                    (text, _) -> text.matches("[!-~]+") ? text : null);

    static final Key<Integer> PORT =
            new Key<>(
                    "port",
                    "端口",
                    "端口",
                    "0 到 " + LAST_PORT + " 之间的整数",
                    "8080",
                    "0 是任意空闲端口。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 0, LAST_PORT));

    static final Key<String> BASE_URL =
            new Key<>(
                    "base-url",
                    "网站对外的地址",
                    "网址",
                    "https://域名 的样子，后面不带路径",
                    "",
                    "用于固定链接、订阅和网站地图；用域名打开的网站都要写。",
                    Key.Form.ONE,
                    (text, _) -> baseUrl(text));

    static final Key<Path> CONTENT =
            new Key<>(
                    "content",
                    "内容文件夹",
                    "文件夹",
                    FOLDER,
                    "{home}/content",
                    "网页的文字和图片。程序只读，不写。",
                    Key.Form.ONE,
                    Keys::path);

    static final Key<Path> DATA =
            new Key<>(
                    "data",
                    "数据文件夹",
                    "文件夹",
                    FOLDER,
                    "{home}/data",
                    "程序自己写文件的地方，留言的数据库就在里面。",
                    Key.Form.ONE,
                    Keys::path);

    static final Key<Integer> KEEP_CONTACTS =
            new Key<>(
                    "keep-contacts",
                    "联系方式保存几天",
                    "天",
                    DAYS,
                    "" + Retention.DEFAULT.contactDays(),
                    "从答复时算起，没有答复的从收到时算起，满了自动删除。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 1, Retention.MOST_DAYS));

    static final Key<Integer> KEEP_MESSAGES =
            new Key<>(
                    "keep-messages",
                    "整条留言保存几天",
                    "天",
                    DAYS,
                    "" + Retention.DEFAULT.messageDays(),
                    "算法相同，不能比联系方式短。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 1, Retention.MOST_DAYS));

    static final Key<TrustedProxies> TRUSTED_PROXY =
            new Key<>(
                    "trusted-proxy",
                    "反向代理的地址",
                    "地址",
                    "IP 地址或网段，如 127.0.0.1、10.0.0.0/8，几个用逗号隔开",
                    "",
                    "只有它说的访客地址才算数，用来限制提交次数。前面有反向代理的都要写。",
                    Key.Form.LIST,
                    (text, _) -> TrustedProxies.read(list(text)));

    static final Key<Boolean> MEANING =
            new Key<>(
                    "search-meaning",
                    "查找时是否也看意思",
                    "开关",
                    "on 或 off",
                    "on",
                    "on 更准，整理每份文件多用一点时间，内存多用约 150 MB；off 只看字词。",
                    Key.Form.ONE,
                    (text, _) -> onOff(text));

    static final Key<Path> VOICES =
            new Key<>(
                    "voices",
                    "声音文件夹",
                    "文件夹",
                    FOLDER,
                    "{home}/data/voices",
                    "朗读用的声音文件放在这里，用命令 voices install 下载。",
                    Key.Form.ONE,
                    Keys::path);

    static final Key<Integer> SPEECH_CORES =
            new Key<>(
                    "speech-cores",
                    "合成声音用几个处理器核",
                    "个数",
                    "0 到 " + MOST_CORES + " 之间的整数",
                    "2",
                    "0 是不朗读。多则快，但占用处理器。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 0, MOST_CORES));

    static final Key<Integer> SPEECH_CACHE =
            new Key<>(
                    "speech-cache",
                    "声音最多占多少空间",
                    "兆字节",
                    "100 到 1000000 之间的整数，单位是 MB",
                    "4000",
                    "一小时的声音约 130 MB。超过时先删没有用的，再删最旧的，要听时重新合成。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 100, 1_000_000));

    static final Key<Integer> FORMS_CACHE =
            new Key<>(
                    "forms-cache",
                    "各种形式的文件最多占多少空间",
                    "兆字节",
                    "100 到 1000000 之间的整数，单位是 MB",
                    "2000",
                    "一份长文件的全部形式约 3 MB，带声音的电子书另算。超过时先删没有用的，再删最旧的，要时重新做。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 100, 1_000_000));

    static final Key<Boolean> FORMS_AHEAD =
            new Key<>(
                    "forms-ahead",
                    "是否先做好各种形式的文件",
                    "开关",
                    "on 或 off",
                    "on",
                    "on 在后台先做好，取时不等；off 有人取时才做，等几秒。",
                    Key.Form.ONE,
                    (text, _) -> onOff(text));

    static final Key<String> DATABASE =
            new Key<>(
                    "database",
                    "数据库服务器",
                    "地址",
                    "jdbc:postgresql://主机/库名?user=用户 的样子，不写密码",
                    "",
                    "空着是数据文件夹里的一个文件（SQLite）。写了就用这个 PostgreSQL，密码放在 ~/.pgpass。",
                    Key.Form.ONE,
                    (text, _) -> databaseUrl(text));

    static final Key<Map<Kind, Integer>> REVIEW_STEPS =
            new Key<>(
                    "review-steps",
                    "每一类文件要几审",
                    "类=几审",
                    "policies、explainers、services、notices、pages 各写 1 到 3，用逗号隔开",
                    "policies=3,explainers=3,services=2,notices=1,pages=1",
                    "每一审都要签审和校。",
                    Key.Form.ONE,
                    (text, _) -> steps(text));

    static final Key<Boolean> REVIEWER_PUBLISHES =
            new Key<>(
                    "reviewer-publishes",
                    "最后一审的人是否可以发布",
                    "开关",
                    "on 或 off",
                    "on",
                    "on 可以；off 只有有发布职责的人可以。",
                    Key.Form.ONE,
                    (text, _) -> onOff(text));

    static final Key<Set<String>> REQUIRED_FORMS =
            new Key<>(
                    "required-forms",
                    "哪些形式做好了才公布",
                    "形式",
                    "files、speech，用逗号隔开，或 none",
                    "files,speech",
                    "files 是各种文件和盲文，speech 是朗读。没有装声音的网站不等朗读。",
                    Key.Form.LIST,
                    (text, _) -> forms(text));

    static final Key<Integer> STAFF_IDLE =
            new Key<>(
                    "staff-idle",
                    "工作人员多久不动就退出",
                    "分钟",
                    "5 到 480 之间的整数，单位是分钟",
                    "60",
                    "退出以前提醒，写的字不会丢。",
                    Key.Form.ONE,
                    (text, _) -> number(text, 5, 480));

    static final List<Key<?>> ALL =
            List.of(
                    HOST,
                    PORT,
                    BASE_URL,
                    CONTENT,
                    DATA,
                    KEEP_CONTACTS,
                    KEEP_MESSAGES,
                    TRUSTED_PROXY,
                    MEANING,
                    VOICES,
                    SPEECH_CORES,
                    SPEECH_CACHE,
                    FORMS_CACHE,
                    FORMS_AHEAD,
                    DATABASE,
                    REVIEW_STEPS,
                    REVIEWER_PUBLISHES,
                    REQUIRED_FORMS,
                    STAFF_IDLE);

    private Keys() {}

    private static @Nullable Integer number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }

    private static @Nullable Boolean onOff(String text) {
        return text.equals("on") ? Boolean.TRUE : text.equals("off") ? Boolean.FALSE : null;
    }

    /// A password in an address would stand in lists of processes and in what `config` shows.
    private static @Nullable String databaseUrl(String text) {
        boolean isFit =
                text.isEmpty()
                        || (text.matches("jdbc:postgresql://[!-~]+/[!-~]+")
                                && !text.contains("password="));
        return isFit ? text : null;
    }

    private static @Nullable Map<Kind, Integer> steps(String text) {
        var steps = new EnumMap<Kind, Integer>(Rules.DEFAULT.steps());
        for (var pair : list(text)) {
            int equals = pair.indexOf('=');
            var folder = equals < 0 ? pair : pair.substring(0, equals).strip();
            var kind =
                    Arrays.stream(Kind.values())
                            .filter(each -> each.folder().equals(folder))
                            .findFirst();
            var count =
                    equals < 0
                            ? null
                            : number(pair.substring(equals + 1).strip(), 1, Rules.MOST_STEPS);
            if (kind.isEmpty() || count == null) {
                return null;
            }
            steps.put(kind.get(), count);
        }
        return steps;
    }

    private static @Nullable Set<String> forms(String text) {
        if (text.strip().equals("none")) {
            return Set.of();
        }
        var forms = Set.copyOf(list(text));
        return !forms.isEmpty() && Set.of("files", "speech").containsAll(forms) ? forms : null;
    }

    private static @Nullable Path path(String text, Path base) {
        try {
            return text.isBlank() ? null : base.resolve(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static List<String> list(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /// Without the slash at its end; empty when there is none.
    private static @Nullable String baseUrl(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var uri = uri(text);
        boolean isWeb =
                uri != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        if (uri == null
                || !isWeb
                || uri.getHost() == null
                || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getUserInfo() != null
                || uri.getPort() > LAST_PORT
                || !(uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
            return null;
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
