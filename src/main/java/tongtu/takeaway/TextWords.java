package tongtu.takeaway;

import tongtu.document.Block.Callout.Tone;

/// What a text edition says besides the words of its document, in its language.
record TextWords(
        String contents,
        String table,
        String picture,
        String video,
        String note,
        String notes,
        String colon,
        String separator,
        String open,
        String close,
        String empty,
        String contact) {
    private static final TextWords CHINESE =
            new TextWords("目录", "表格", "图片", "手语视频", "注", "注释", "：", "；", "（", "）", "空", "联系方式");
    private static final TextWords ENGLISH =
            new TextWords(
                    "Contents",
                    "Table",
                    "Picture",
                    "Sign language video",
                    "note ",
                    "Notes",
                    ": ",
                    "; ",
                    " (",
                    ")",
                    "empty",
                    "Contact");

    static TextWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    String tone(Tone tone) {
        boolean isChinese = equals(CHINESE);
        return switch (tone) {
            case IMPORTANT -> isChinese ? "重要" : "Important";
            case WARNING -> isChinese ? "注意" : "Note";
            case EXAMPLE -> isChinese ? "例子" : "Example";
        };
    }
}
