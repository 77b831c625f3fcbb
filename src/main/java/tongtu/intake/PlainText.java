package tongtu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongtu.document.Numbering;

/// A plain text file: title, headings by their numbers, paragraphs, tables.
final class PlainText {
    private static final int LONGEST_TITLE = 80;

    /// Paragraphs from the top that may say what the document is.
    private static final int OPENING = 12;

    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("\\p{IsHan}{1,12}〔(?:19|20)\\d\\d〕\\s*\\d{1,5}\\s*号");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－\\s]*\\d{1,4}[-—–－\\s]*");

    static final Remark NO_TITLE =
            Remark.warning("intake/title", 0, "正文开头没有像标题的一行，用文件名作标题。", "在文件头和一级标题写上正式的标题。");

    private PlainText() {}

    static Draft draft(List<Line> lines, String fileName, String folder) {
        var chunks = new ArrayList<>(Paragraphs.of(lines));
        var about = new About();
        var title = title(chunks, fileName);
        about.put("title", title.words());
        Guesses.kind(about, folder, title.words());
        Guesses.language(about, lines);
        Guesses.region(about, title.words());
        int seen = 0;
        for (var chunk : chunks) {
            if (chunk instanceof Chunk.Words words && seen++ < OPENING) {
                opening(about, words, seen);
            }
        }
        about.put("source", fileName);
        return new Draft(title, about, marked(Outline.of(chunks)), true);
    }

    private static void opening(About about, Chunk.Words words, int number) {
        if (number <= 3 && words.words().length() <= LONGEST_TITLE) {
            Guesses.standing(about, new Line(words.line(), words.words()));
            if (isDocumentNumber(words)) {
                about.put(
                        "document-number",
                        words.words(),
                        Remark.note(
                                "intake/document-number",
                                words.line(),
                                "开头的「%s」当作文号。".formatted(Line.quote(words.words())),
                                "核对；不对的，在文件头改。"));
            }
        }
        Guesses.period(about, words.line(), words.words());
        Guesses.basis(about, words.line(), words.words());
    }

    /// Takes the title out of the chunks: the first line, or the one after the document number; the
    /// file's name when that cannot be one.
    private static Piece.Heading title(List<Chunk> chunks, String fileName) {
        int at = !chunks.isEmpty() && isDocumentNumber(chunks.getFirst()) ? 1 : 0;
        if (at < chunks.size() && chunks.get(at) instanceof Chunk.Words words && isTitle(words)) {
            chunks.remove(at);
            return title(words, chunks, at);
        }
        return new Piece.Heading(0, 1, Slug.stem(fileName), List.of(NO_TITLE));
    }

    private static boolean isDocumentNumber(Chunk chunk) {
        return chunk instanceof Chunk.Words words
                && DOCUMENT_NUMBER.matcher(words.words()).matches();
    }

    private static boolean isTitle(Chunk.Words words) {
        var text = words.words();
        return text.length() <= LONGEST_TITLE
                && "。；，：".indexOf(text.charAt(text.length() - 1)) < 0
                && text.codePoints().anyMatch(Character::isLetter)
                && Numbering.of(text).equals(Numbering.NONE);
    }

    /// A title without the 征求意见稿 in brackets at its end, which becomes a line of its own.
    private static Piece.Heading title(Chunk.Words words, List<Chunk> chunks, int at) {
        var remarks = new ArrayList<>(words.remarks());
        var text = Spacing.closed(words.words(), words.line(), remarks);
        var suffix = Guesses.DRAFT.matcher(text);
        int end = text.length();
        while (suffix.find()) {
            end = suffix.end() == text.length() ? suffix.start() : end;
        }
        if (end > 0 && end < text.length()) {
            chunks.add(at, new Chunk.Words(words.line(), text.substring(end), List.of()));
            remarks.add(
                    Remark.note(
                            "intake/title",
                            words.line(),
                            "标题末尾的「%s」移到标题下面另起一行。".formatted(text.substring(end)),
                            "不用处理。"));
            text = text.substring(0, end).strip();
        }
        return new Piece.Heading(words.line(), 1, text, remarks);
    }

    /// Points out the paragraphs that look like the number of a page.
    private static List<Piece> marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece ->
                        piece instanceof Piece.Paragraph(var line, var words, var remarks)
                                        && PAGE_NUMBER.matcher(words).matches()
                                ? pageNumber(line, words, remarks)
                                : piece)
                .toList();
    }

    private static Piece pageNumber(int line, String words, List<Remark> remarks) {
        var more = new ArrayList<>(remarks);
        more.add(
                Remark.warning(
                        "text/page-number", line, "「%s」像是页码，留在正文里。".formatted(words), "是页码的，删去。"));
        return new Piece.Paragraph(line, words, more);
    }
}
