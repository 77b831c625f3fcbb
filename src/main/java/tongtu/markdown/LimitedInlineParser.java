package tongtu.markdown;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.block.CharacterNodeFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Flexmark's inline parser behind the [Limits] of one paragraph, which only it knows exactly: what
/// passes them would cost it the square of its length, or the stack.
final class LimitedInlineParser extends InlineParserImpl {
    private long work;

    /// Thrown through Flexmark, caught where it is called.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        final String rule;
        final int offset;

        Refused(String rule, String message, int offset) {
            super(message, null, false, false);
            this.rule = rule;
            this.offset = offset;
        }
    }

    LimitedInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> extensions) {
        super(
                options,
                specialCharacters,
                delimiterCharacters,
                delimiterProcessors,
                linkRefProcessors,
                extensions);
    }

    @Override
    public void parse(BasedSequence content, Node block) {
        check(content);
        super.parse(content, block);
    }

    @Override
    public @Nullable List<Node> parseCustom(
            BasedSequence content,
            Node parent,
            BitSet customCharacters,
            Map<Character, CharacterNodeFactory> nodes) {
        check(content);
        return super.parseCustom(content, parent, customCharacters, nodes);
    }

    private void check(BasedSequence content) {
        int most = Limits.marks(content);
        work += (long) most * content.length();
        if (most > Limits.MARKS || work > Limits.WORK) {
            throw new Refused(
                    "limits/marks",
                    "这一段里同一种符号（%s 之一）有 %,d 个，太多了。"
                            .formatted(String.join(" ", Limits.COUNTED.split("", 0)), most),
                    content.getStartOffset());
        }
    }
}
