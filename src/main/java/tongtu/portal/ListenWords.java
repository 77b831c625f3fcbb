package tongtu.portal;

import java.time.Duration;

/// The words of the pages for listening in one language.
public record ListenWords(
        String listen,
        String back,
        String whole,
        String bySection,
        String download,
        String captions,
        String readings,
        String pinyin,
        String machine,
        String mute,
        String made,
        String writtenColumn,
        String saidColumn,
        String pinyinColumn,
        String readingsIntro,
        String pinyinIntro,
        String player) {
    static final ListenWords CHINESE =
            new ListenWords(
                    "听：",
                    "回到这一页：",
                    "全文",
                    "分段",
                    "下载",
                    "每句话的时间（WebVTT）",
                    "读法：每句话怎样念",
                    "带拼音的页面",
                    "声音由机器合成，没有人逐句听过；数字和多音字的读法可以在「读法」里核对。",
                    "现在没有这种语言的声音可用。管理员装好声音以后，这里就能听。文字都在页面上。",
                    "还在准备",
                    "原文",
                    "念作",
                    "拼音",
                    "数字、符号按念法写出，拼音按前后文变调。由程序标注，没有人逐句校对。",
                    "拼音由程序按前后文标注，没有人逐字校对。",
                    "播放全文");
    static final ListenWords ENGLISH =
            new ListenWords(
                    "Listen: ",
                    "Back to the page: ",
                    "The whole document",
                    "By section",
                    "Download",
                    "When each sentence is heard (WebVTT)",
                    "How each sentence is read",
                    "The page with pinyin",
                    "The voice is a machine’s; nobody has checked it sentence by sentence.",
                    "No voice for this language is to be had now. The text is all on the page.",
                    "not made yet",
                    "Written",
                    "Said",
                    "Pinyin",
                    "Made by a program; nobody has checked it sentence by sentence.",
                    "Made by a program; nobody has checked it.",
                    "Play the whole document");

    static ListenWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    private boolean isChinese() {
        return equals(CHINESE);
    }

    /// How far the sound is; `lengthMs` of what is there.
    String state(int done, int all, long lengthMs, long leftMs) {
        var length = Duration.ofMillis(lengthMs);
        if (done >= all) {
            return isChinese()
                    ? "声音都准备好了，全长 %d 分 %d 秒。".formatted(length.toMinutes(), length.toSecondsPart())
                    : "All of the sound is ready: %d min %d s."
                            .formatted(length.toMinutes(), length.toSecondsPart());
        }
        long minutes = (leftMs + 59_999) / 60_000;
        var left =
                leftMs <= 0
                        ? ""
                        : isChinese()
                                ? "，大约还要 " + minutes + " 分钟"
                                : ", about " + minutes + " minutes to go";
        return isChinese()
                ? "声音正在准备：%d 段里好了 %d 段%s。现在就可以在页面上边准备边听。".formatted(all, done, left)
                : "The sound is being made: %d of %d pieces%s. The page can be heard already."
                        .formatted(done, all, left);
    }
}
