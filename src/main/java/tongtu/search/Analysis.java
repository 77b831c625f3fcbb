package tongtu.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import tongtu.language.Figures;
import tongtu.language.Folded;
import tongtu.language.Words;

/// What the index and a question are made of: a folded text as tokens. Of Han characters each one
/// and each pair is a token (a word that no dictionary has is found all the same); of anything else
/// runs of letters and digits.
final class Analysis {
    /// A token and the position of its first character; signs and spaces take one too.
    record Token(String text, int position) {}

    /// Positions between two pieces of text, so that no phrase reaches across.
    private static final int GAP = 10;

    /// Characters of one token; of a longer run the rest is left out.
    private static final int LONGEST = 40;

    private Analysis() {}

    static boolean isHan(char c) {
        return (c >= 0x2e80 && Character.isLetter(c)) || Character.isSurrogate(c);
    }

    private static boolean isOther(char c) {
        return c < 0x2e80 && Character.isLetterOrDigit(c);
    }

    /// Characters, pairs and runs of several folded texts, one after the other.
    static List<Token> grams(List<String> texts) {
        var tokens = new ArrayList<Token>();
        int start = 0;
        for (var text : texts) {
            grams(text, start, tokens);
            start += text.length() + GAP;
        }
        return tokens;
    }

    private static void grams(String text, int start, List<Token> tokens) {
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isOther(c)) {
                end = endOfRun(text, at);
                tokens.add(new Token(text.substring(at, Math.min(end, at + LONGEST)), start + at));
            } else if (isHan(c)) {
                tokens.add(new Token(String.valueOf(c), start + at));
                if (end < text.length() && isHan(text.charAt(end))) {
                    tokens.add(new Token(text.substring(at, at + 2), start + at));
                }
            }
            at = end;
        }
    }

    /// The fewest of those tokens that cover a folded text: of Han characters every second pair.
    static List<Token> cover(String text) {
        var tokens = new ArrayList<Token>();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isOther(c)) {
                end = endOfRun(text, at);
                tokens.add(new Token(text.substring(at, Math.min(end, at + LONGEST)), at));
            } else if (isHan(c)) {
                boolean isBeforeHan = end < text.length() && isHan(text.charAt(end));
                boolean isAfterHan = at > 0 && isHan(text.charAt(at - 1));
                int start = !isBeforeHan && isAfterHan ? at - 1 : at;
                end = isBeforeHan ? at + 2 : end;
                tokens.add(new Token(text.substring(start, end), start));
            }
            at = end;
        }
        return tokens;
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && isOther(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// The words of a folded text, without signs and spaces.
    static List<Token> words(String text, Words words) {
        var tokens = new ArrayList<Token>();
        int position = 0;
        for (var word : words.of(text)) {
            if (Character.isLetterOrDigit(word.text().codePointAt(0))) {
                tokens.add(new Token(word.text(), position++));
            }
        }
        return tokens;
    }

    /// The numbers of a folded text, each as the others would write it.
    static List<Token> figures(String text) {
        var tokens = new ArrayList<Token>();
        for (var figure : Figures.of(text)) {
            tokens.add(new Token(figure.plain(), figure.start()));
        }
        return tokens;
    }

    static String fold(String text) {
        return Folded.of(text).text();
    }

    /// A number by which a document is known, without what people write differently: brackets,
    /// spaces, hyphens.
    static String number(String written) {
        var bare = new StringBuilder();
        fold(written)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    /// How a place is cited, whether its number is written in figures or in numerals.
    static String place(String cited) {
        var figures = Figures.of(fold(cited));
        return figures.size() == 1 && figures.getFirst().plain().startsWith("第")
                ? figures.getFirst().plain()
                : number(cited);
    }

    /// Tokens as Lucene takes them.
    static final class Stream extends TokenStream {
        private final List<Token> tokens;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment =
                addAttribute(PositionIncrementAttribute.class);
        private int next;

        Stream(List<Token> tokens) {
            this.tokens = List.copyOf(tokens);
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            var token = tokens.get(next);
            int before = next == 0 ? -1 : tokens.get(next - 1).position();
            term.append(token.text());
            increment.setPositionIncrement(token.position() - before);
            next++;
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
