package tongtu.archive;

import java.util.ArrayList;
import java.util.List;

/// A Markdown text in the pieces that people change one at a time: the fields of its front matter,
/// then its paragraphs, lists, tables. Put together again they are the text, to the letter.
///
/// `frontMatter` is how many of the pieces stand in the front matter.
record SourceBlocks(List<Piece> pieces, int frontMatter) {
    /// A piece, and the empty lines before it.
    record Piece(String space, String text) {}

    SourceBlocks {
        pieces = List.copyOf(pieces);
    }

    List<String> texts() {
        return pieces.stream().map(Piece::text).toList();
    }

    static SourceBlocks of(String text) {
        var reader = new Reader();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            reader.line(text.substring(start, end));
            start = end;
        }
        return reader.end();
    }

    private static final class Reader {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder space = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private boolean isFrontMatter;
        private boolean isFirst = true;
        private String fence = "";
        private int frontMatter;

        void line(String line) {
            var bare = line.strip();
            if (isFrontMatter) {
                boolean isEnd = bare.equals("---") || bare.equals("...");
                boolean isField = !line.startsWith(" ") && !line.startsWith("-") && !bare.isEmpty();
                if (isEnd || isField) {
                    close();
                }
                text.append(line);
                if (isEnd) {
                    close();
                    isFrontMatter = false;
                    frontMatter = pieces.size();
                }
            } else if (isFirst && bare.equals("---")) {
                isFrontMatter = true;
                text.append(line);
                close();
            } else {
                body(line, bare);
            }
            isFirst = false;
        }

        private void body(String line, String bare) {
            if (!fence.isEmpty()) {
                text.append(line);
                fence = bare.startsWith(fence) ? "" : fence;
            } else if (bare.isEmpty()) {
                close();
                space.append(line);
            } else {
                if (bare.startsWith("#")) {
                    close();
                }
                text.append(line);
                if (bare.startsWith("```") || bare.startsWith("~~~")) {
                    fence = bare.substring(0, 3);
                } else if (bare.startsWith("#")) {
                    close();
                }
            }
        }

        private void close() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(space.toString(), text.toString()));
                space.setLength(0);
                text.setLength(0);
            }
        }

        SourceBlocks end() {
            close();
            if (!space.isEmpty()) {
                pieces.add(new Piece(space.toString(), ""));
            }
            return new SourceBlocks(pieces, isFrontMatter ? pieces.size() : frontMatter);
        }
    }
}
