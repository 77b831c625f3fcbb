package tongtu.markdown;

import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;

/// Emphasis by `*` where Chinese is written without spaces: `共**98.89%**的人`. CommonMark (6.2, rules
/// 1 to 8) lets a run that stands between a mark and a letter open or close only beside white space
/// or another mark; a Han character there counts as such.
final class HanEmphasis extends AsteriskDelimiterProcessor {
    HanEmphasis() {
        super(false);
    }

    @Override
    public boolean canBeOpener(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        return leftFlanking || (afterIsPunctuation && endsWithHan(before));
    }

    @Override
    public boolean canBeCloser(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        return rightFlanking || (beforeIsPunctuation && beginsWithHan(after));
    }

    private static boolean endsWithHan(String text) {
        return !text.isEmpty() && Character.isIdeographic(text.codePointBefore(text.length()));
    }

    private static boolean beginsWithHan(String text) {
        return !text.isEmpty() && Character.isIdeographic(text.codePointAt(0));
    }
}
