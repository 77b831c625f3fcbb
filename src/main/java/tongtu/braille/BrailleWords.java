package tongtu.braille;

import tongtu.document.Block.Callout.Tone;

/// What a Braille edition says besides the words of its document, in its language.
record BrailleWords(
        String language,
        String contents,
        String picture,
        String video,
        String note,
        String colon,
        String comma,
        String stop,
        String empty) {
    private static final BrailleWords CHINESE =
            new BrailleWords("zh-CN", "目录", "图片：", "手语视频：", "注释", "：", "，", "。", "空");
    private static final BrailleWords ENGLISH =
            new BrailleWords(
                    "en",
                    "Contents",
                    "Picture: ",
                    "Sign language video: ",
                    "Note ",
                    ": ",
                    ", ",
                    ".",
                    "empty");

    static BrailleWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    String tone(Tone tone) {
        boolean isChinese = equals(CHINESE);
        return switch (tone) {
            case IMPORTANT -> isChinese ? "重要：" : "Important: ";
            case WARNING -> isChinese ? "注意：" : "Note: ";
            case EXAMPLE -> isChinese ? "例子：" : "Example: ";
        };
    }
}
