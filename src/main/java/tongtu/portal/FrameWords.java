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
        String stop,
        String alarm,
        String moreAlarms,
        String siteMap,
        String undertaker,
        String settings,
        String elder,
        String elderOff,
        String hear,
        String listen,
        String listenFiles) {
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
                    "。",
                    "紧急通知",
                    "全部紧急通知",
                    "网站地图",
                    "承办",
                    "显示设置",
                    "长者模式",
                    "关闭长者模式",
                    "听这一页",
                    "朗读",
                    "下载声音、看读法");
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
                    ".",
                    "Emergency notice",
                    "All emergency notices",
                    "Site map (in Chinese)",
                    "Run by",
                    "Display",
                    "Easier to read",
                    "Usual view",
                    "Listen to this page",
                    "Read aloud",
                    "Files to download, and the state of the sound");

    /// Until when something is on.
    String until(String time) {
        return language.equals("en") ? "Until " + time + "." : "到 " + time + " 为止。";
    }

    public static FrameWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }
}
