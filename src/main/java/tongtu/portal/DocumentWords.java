package tongtu.portal;

/// The words of a document's page in one language.
public record DocumentWords(
        String facts,
        String summary,
        String contents,
        String skipContents,
        String related,
        String notHeld,
        String origin,
        String wrong,
        String address) {
    static final DocumentWords CHINESE =
            new DocumentWords(
                    "基本情况", "先看要点", "目录", "跳过目录", "相关文件", "本站没有收录", "关于本页", "发现哪里不对？请打热线", "本页地址：");
    static final DocumentWords ENGLISH =
            new DocumentWords(
                    "Key facts",
                    "In short",
                    "Contents",
                    "Skip the contents",
                    "Related documents",
                    "not held on this site",
                    "About this page",
                    "Found a mistake? Call",
                    "Address of this page: ");

    static DocumentWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }
}
