package tongtu.takeaway;

import org.jspecify.annotations.Nullable;
import tongtu.document.Block.Callout.Tone;
import tongtu.document.Proofreading.Proof;

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
        String contact,
        String publisher,
        String address,
        String revision,
        String back) {
    private static final TextWords CHINESE =
            new TextWords(
                    "目录", "表格", "图片", "手语视频", "注", "注释", "：", "；", "（", "）", "空", "联系方式", "发布",
                    "固定地址", "版本", "回到正文");
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
                    "Contact",
                    "Published by",
                    "Permanent address",
                    "Revision",
                    "Back to the text");

    static TextWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    private boolean isChinese() {
        return equals(CHINESE);
    }

    String pageNumber(int number) {
        return isChinese() ? "第 " + number + " 页" : "Page " + number;
    }

    String checked(@Nullable Proof proof, boolean wasBefore) {
        if (proof != null) {
            return isChinese()
                    ? proof.who() + "在 " + proof.date() + " 对照原文校对过这个版本。"
                    : "Proofread against the original by %s on %s."
                            .formatted(proof.who(), proof.date());
        }
        if (wasBefore) {
            return isChinese()
                    ? "以前的版本校对过，这个版本还没有。"
                    : "An earlier revision was proofread; this one was not.";
        }
        return isChinese() ? "没有人工校对的记录。" : "No record shows that this was proofread.";
    }

    String brailleChecked(@Nullable Proof proof, boolean wasBefore) {
        if (proof != null) {
            return isChinese()
                    ? proof.who() + "在 " + proof.date() + " 校对过这个版本的盲文。"
                    : "The Braille was proofread by %s on %s.".formatted(proof.who(), proof.date());
        }
        if (wasBefore) {
            return isChinese()
                    ? "机器转换，以前的版本校对过，这个版本未经盲文校对。"
                    : "Made by a machine. An earlier revision was proofread in Braille; this one was not.";
        }
        return isChinese() ? "机器转换，未经盲文校对。" : "Made by a machine; not proofread in Braille.";
    }

    String opening() {
        return isChinese() ? "开头" : "Opening";
    }

    String cover() {
        return isChinese() ? "封面：" : "Cover: ";
    }

    String text() {
        return isChinese() ? "正文" : "Text";
    }

    String pageList() {
        return isChinese() ? "页码" : "Pages";
    }

    String landmarks() {
        return isChinese() ? "各部分" : "Landmarks";
    }

    /// What a book says of how it can be read; it claims nothing that nobody checked.
    String bookSummary(boolean isHeard, String checked) {
        return isChinese()
                ? "全部文字都能用读屏软件读，标题分级，有目录。"
                        + (isHeard ? "每句话都有合成的语音，随文字一起走。" : "没有声音。")
                        + "没有闪烁。本书由程序制作，没有人按无障碍标准评估过。"
                        + checked
                : "All of the text can be read by a screen reader; headings are nested and listed. "
                        + (isHeard
                                ? "Each sentence is heard in a synthetic voice. "
                                : "There is no sound. ")
                        + "Nothing flashes. Made by a program; nobody assessed its accessibility. "
                        + checked;
    }

    String code() {
        return isChinese() ? "二维码，扫一扫打开固定地址" : "QR code of the permanent address";
    }

    String noPicture() {
        return isChinese() ? "这里没有图片" : "the picture is not in this file";
    }

    String tone(Tone tone) {
        boolean isChinese = isChinese();
        return switch (tone) {
            case IMPORTANT -> isChinese ? "重要" : "Important";
            case WARNING -> isChinese ? "注意" : "Note";
            case EXAMPLE -> isChinese ? "例子" : "Example";
        };
    }
}
