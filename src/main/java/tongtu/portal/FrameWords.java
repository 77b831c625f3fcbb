package tongtu.portal;

/// The words of the frame in one language.
public record FrameWords(
        String language,
        String skip,
        String quick,
        String navigation,
        String crumbs,
        String organiser,
        String colon,
        String hotline,
        String hotlineHours,
        String about,
        String stop) {
    public static final FrameWords CHINESE =
            new FrameWords(
                    "zh-CN",
                    "跳到正文",
                    "求助和语言",
                    "主导航",
                    "您在这里",
                    "主办",
                    "：",
                    "残疾人维权服务热线",
                    "接听时间：未公布",
                    "关于本站",
                    "。");
    public static final FrameWords ENGLISH =
            new FrameWords(
                    "en",
                    "Skip to the text",
                    "Help and language",
                    "Main",
                    "You are here",
                    "Organised by",
                    ": ",
                    "Rights hotline for disabled people (in Chinese)",
                    "Hours: not published",
                    "About this site",
                    ".");

    public static FrameWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }
}
