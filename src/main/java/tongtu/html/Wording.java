package tongtu.html;

import tongtu.document.Block;

/// The words that the renderer adds to a text, in the text's language.
enum Wording {
    CHINESE("固定链接", "：", "注释", "注 ", "回到正文", "，", "词语解释", "图解", "手语视频", "重要", "警告", "举例"),
    ENGLISH(
            "Permanent link",
            ": ",
            "Notes",
            "note ",
            "Back to the text",
            ", ",
            "what it means",
            "Description of the picture",
            "Sign-language video",
            "Important",
            "Warning",
            "Example");

    final String permanentLink;
    final String colon;
    final String notes;
    final String note;
    final String back;
    final String comma;
    final String meaning;
    final String description;
    final String signVideo;
    private final String important;
    private final String warning;
    private final String example;

    Wording(
            String permanentLink,
            String colon,
            String notes,
            String note,
            String back,
            String comma,
            String meaning,
            String description,
            String signVideo,
            String important,
            String warning,
            String example) {
        this.permanentLink = permanentLink;
        this.colon = colon;
        this.notes = notes;
        this.note = note;
        this.back = back;
        this.comma = comma;
        this.meaning = meaning;
        this.description = description;
        this.signVideo = signVideo;
        this.important = important;
        this.warning = warning;
        this.example = example;
    }

    /// Asks for the meaning of a term.
    String whatIs(String term) {
        return this == ENGLISH ? "What is " + quoted(term) : "什么是" + quoted(term);
    }

    /// Asks for the meaning of several terms, of which this is the first.
    String whatAre(String term, int count) {
        return this == ENGLISH
                ? "What %s and %d more mean".formatted(quoted(term), count - 1)
                : "解释%s等 %d 个词".formatted(quoted(term), count);
    }

    /// A name that is quoted already is not quoted again.
    private static String quoted(String term) {
        return term.startsWith("“") ? term : "“" + term + "”";
    }

    static Wording in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    String of(Block.Callout.Tone tone) {
        return switch (tone) {
            case IMPORTANT -> important;
            case WARNING -> warning;
            case EXAMPLE -> example;
        };
    }
}
