package tongtu.braille;

import java.util.HashMap;
import java.util.Map;

/// English in uncontracted Braille (UEB grade 1): letters, capitals, figures, marks.
final class English {
    private static final String LETTERS =
            "1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236"
                    + " 2456 1346 13456 1356";

    private static final Map<Character, String> CELLS = new HashMap<>();
    private static final String NUMBER = Cells.of("3456");
    private static final String CAPITAL = Cells.of("6");

    /// Before a letter that would be read as a figure.
    private static final String LETTER = Cells.of("56");

    static {
        var letters = LETTERS.split(" ", -1);
        for (int i = 0; i < letters.length; i++) {
            CELLS.put((char) ('a' + i), Cells.of(letters[i]));
        }
        for (int i = 0; i < 10; i++) {
            CELLS.put((char) ('0' + (i + 1) % 10), Cells.of(letters[i]));
        }
        var marks =
                ",2|.256|;23|:25|!235|?236|'3|’3|-36|–6 36|—6 36|(5 126|)5 345|“236|”356|‘6 236|/456 34"
                        + "|%46 356|&4 12346|$4 234|£4 123|@4 1|#456 1456|*5 35|+5 235|=5 2356|…256 256 256"
                        + "|[46 126|]46 345|\"6 2356|<4 126|>4 345|≤456 4 126|≥456 4 345|±456 235|_46 36|°45 245|×5 236|÷5 34|§45 234|^4 26|~4 35|\\456 16|{456 126|}456 345";
        for (var mark : marks.split("\\|", -1)) {
            CELLS.put(mark.charAt(0), Cells.of(mark.substring(1)));
        }
    }

    private English() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// The cell of a small letter or a digit.
    static String cell(char c) {
        return CELLS.getOrDefault(c, "");
    }

    /// Words between blanks. What has no cells is given to `unknown` and left out.
    static String words(String text, Unknown unknown) {
        var cells = new StringBuilder();
        int words = 0;
        for (var word : text.strip().split("\\s+", -1)) {
            cells.append(words++ == 0 ? "" : String.valueOf(Cells.BLANK))
                    .append(word(word, unknown));
        }
        return cells.toString();
    }

    /// Told of characters without cells.
    interface Unknown {
        void tell(int c);
    }

    /// A word without blanks.
    static String word(String word, Unknown unknown) {
        var cells = new StringBuilder();
        boolean inNumber = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isDigit(c)) {
                cells.append(inNumber ? "" : NUMBER).append(cell(c));
                inNumber = true;
                continue;
            }
            boolean goesOn = inNumber && (c == '.' || c == ',') && isDigitAt(word, i + 1);
            if (isLetter(c)) {
                letter(word, i, inNumber, cells);
            } else if (CELLS.containsKey(c)) {
                cells.append(cell(c));
            } else if (!Character.isLowSurrogate(c)) {
                unknown.tell(word.codePointAt(i));
            }
            inNumber = goesOn;
        }
        return cells.toString();
    }

    private static void letter(String word, int at, boolean inNumber, StringBuilder cells) {
        char c = word.charAt(at);
        char small = Character.toLowerCase(c);
        if (c != small) {
            boolean first = !isCapitalAt(word, at - 1);
            boolean several = isCapitalAt(word, at + 1);
            cells.append(first ? several ? CAPITAL + CAPITAL : CAPITAL : "");
        } else if (isCapitalAt(word, at - 1) && isCapitalAt(word, at - 2)) {
            cells.append(CAPITAL).append(Cells.of("3"));
        } else if (inNumber && small <= 'j') {
            cells.append(LETTER);
        }
        cells.append(cell(small));
    }

    private static boolean isDigitAt(String word, int at) {
        return at < word.length() && isDigit(word.charAt(at));
    }

    private static boolean isCapitalAt(String word, int at) {
        return at >= 0 && at < word.length() && word.charAt(at) >= 'A' && word.charAt(at) <= 'Z';
    }
}
