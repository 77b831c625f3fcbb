package tongtu.takeaway;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Inline;

/// Parts of a run of words, counted in the characters of [Inline#words].
final class Slices {
    private final int from;
    private final int to;
    private int at;

    private Slices(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /// The words from one character to before another, in the marks that they stand in. What has no
    /// characters (the mark of a note) belongs to what stands before it.
    static List<Inline> of(List<Inline> inlines, int from, int to) {
        return new Slices(from, to).cut(inlines);
    }

    private List<Inline> cut(List<Inline> inlines) {
        var kept = new ArrayList<Inline>();
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text(var text) -> {
                    var part = part(text);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Text(part));
                    }
                }
                case Inline.Code(var text) -> {
                    var part = part(text);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Code(part));
                    }
                }
                case Inline.Foreign(var language, var text) -> {
                    var part = part(text);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Foreign(language, part));
                    }
                }
                case Inline.Strong(var inner) -> {
                    var part = cut(inner);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Strong(part));
                    }
                }
                case Inline.Emphasis(var inner) -> {
                    var part = cut(inner);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Emphasis(part));
                    }
                }
                case Inline.Link(var target, var inner) -> {
                    var part = cut(inner);
                    if (!part.isEmpty()) {
                        kept.add(new Inline.Link(target, part));
                    }
                }
                case Inline.Image(_, var alternative) -> whole(inline, alternative.length(), kept);
                case Inline.LineBreak() -> whole(inline, 1, kept);
                case Inline.FootnoteMark _ -> whole(inline, 0, kept);
            }
        }
        return kept;
    }

    private String part(String text) {
        int begin = Math.clamp(from - at, 0, text.length());
        int end = Math.clamp(to - at, begin, text.length());
        at += text.length();
        return text.substring(begin, end);
    }

    /// What cannot be divided stands where it begins; at the very beginning of all, in the first.
    private void whole(Inline inline, int length, List<Inline> kept) {
        boolean isHere =
                length > 0
                        ? from <= at && at < to
                        : at <= to && (from < at || (from == 0 && at == 0));
        if (isHere) {
            kept.add(inline);
        }
        at += length;
    }
}
