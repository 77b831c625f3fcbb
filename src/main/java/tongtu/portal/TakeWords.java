package tongtu.portal;

import java.util.Locale;
import tongtu.takeaway.Form;
import tongtu.takeaway.Forms;

/// The words about taking a document along, in one language.
public enum TakeWords {
    CHINESE("获取方式", "其他大小和格式", "全部打成一个包（ZIP）", "原稿（Markdown）", "盲文对照：文字下面是点字"),
    ENGLISH(
            "Take it along",
            "Other sizes and formats",
            "Everything in one archive (ZIP)",
            "Source (Markdown)",
            "Braille under the print");

    private static final int KILO = 1_000;
    private static final int MINUTE_MS = 60_000;

    private final String title;
    private final String others;
    private final String bundle;
    private final String source;
    private final String braille;

    TakeWords(String title, String others, String bundle, String source, String braille) {
        this.title = title;
        this.others = others;
        this.bundle = bundle;
        this.source = source;
        this.braille = braille;
    }

    static TakeWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    public String title() {
        return title;
    }

    public String others() {
        return others;
    }

    String bundle() {
        return bundle;
    }

    String source() {
        return source;
    }

    String braille() {
        return braille;
    }

    String brailleTitle(String title) {
        return this == CHINESE ? "盲文对照：" + title : "In Braille: " + title;
    }

    String brailleIntro() {
        return this == CHINESE
                ? "每一段文字下面是它的盲文点字，接上点显器可以摸读。"
                : "Under each paragraph stands its Braille, which a Braille display can show.";
    }

    public String name(Form form) {
        boolean zh = this == CHINESE;
        return switch (form) {
            case PDF -> zh ? "PDF，12 磅字" : "PDF, 12 point";
            case PDF_LARGE -> zh ? "PDF，18 磅大字" : "PDF, large print, 18 point";
            case PDF_LARGEST -> zh ? "PDF，24 磅特大字" : "PDF, extra large print, 24 point";
            case EPUB -> zh ? "电子书（EPUB）" : "Book (EPUB)";
            case DOCX -> zh ? "Word 文件" : "Word file";
            case LARGE_PRINT -> zh ? "大字网页，一个文件" : "Large-print page in one file";
            case TEXT -> zh ? "纯文本" : "Plain text";
            case TEXT_GB -> zh ? "纯文本，GB 18030 编码，给老的软件用" : "Plain text in GB 18030";
            case BRF -> zh ? "盲文，每行 40 方（BRF，刻印）" : "Braille, 40 cells a line (BRF)";
            case BRF_32 -> zh ? "盲文，每行 32 方（BRF）" : "Braille, 32 cells a line (BRF)";
            case BRF_28 -> zh ? "盲文，每行 28 方（BRF）" : "Braille, 28 cells a line (BRF)";
            case BRF_20 -> zh ? "盲文，每行 20 方（BRF）" : "Braille, 20 cells a line (BRF)";
            case PEF -> zh ? "盲文（PEF，刻印）" : "Braille (PEF)";
            case EBRAILLE -> zh ? "电子盲文（eBraille）" : "eBraille";
        };
    }

    /// How long and how large a form is.
    String facts(Forms.Made made) {
        var length =
                switch (made.form().unit()) {
                    case NONE -> "";
                    case PAGES -> count(made.pages(), "页", "page");
                    case CELLS -> count(made.cells(), "方", "cell");
                    case MINUTES -> minutes(made.milliseconds());
                };
        var size = size(made.bytes());
        var left =
                made.unknown().isEmpty()
                        ? ""
                        : this == CHINESE
                                ? "；%d 个字没有办法写出来".formatted(made.unknown().size())
                                : "; %d characters are missing".formatted(made.unknown().size());
        return (length.isEmpty() ? size : length + (this == CHINESE ? "，" : ", ") + size) + left;
    }

    private String count(int count, String chinese, String english) {
        return this == CHINESE
                ? count + " " + chinese
                : count + " " + english + (count == 1 ? "" : "s");
    }

    private String minutes(int milliseconds) {
        if (milliseconds == 0) {
            return this == CHINESE ? "没有声音" : "without sound";
        }
        int minutes = Math.max(1, Math.round((float) milliseconds / MINUTE_MS));
        return this == CHINESE
                ? "有声音，" + minutes + " 分钟"
                : "with sound, " + count(minutes, "", "minute");
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, Math.round((double) bytes / KILO)) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KILO / KILO);
    }

    String notYet() {
        return this == CHINESE ? "还没有做好，打开要等几秒" : "not made yet; it takes some seconds";
    }

    String failed() {
        return this == CHINESE ? "没有做成" : "could not be made";
    }

    /// What all of them are of, and how they were checked.
    String revision(String revision, String date) {
        return this == CHINESE
                ? "都出自同一份原稿，版本 " + revision + (date.isEmpty() ? "" : "，" + date) + "。"
                : "All are made of one source, revision "
                        + revision
                        + (date.isEmpty() ? "" : ", " + date)
                        + ".";
    }

    String checking() {
        return this == CHINESE
                ? "制作的程序，每次改动都用 veraPDF（PDF 无障碍标准）和 EPUBCheck（电子书标准）检查过；这里的每一份没有再单独检查。"
                : "The program that makes them is checked with veraPDF and EPUBCheck whenever it"
                        + " changes; each file here was not checked by itself.";
    }
}
