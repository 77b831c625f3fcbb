package tongtu.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Numbering;
import tongtu.document.Numbering.Style;
import tongtu.document.Section;
import tongtu.language.Numerals;

/// Numbers that should follow each other: of headings under the same heading, of articles through
/// the whole statute, of captions (专栏 1, 专栏 2).
final class Sequences {
    private final Map<BlockId, Passage> passages;
    private final List<Finding> findings = new ArrayList<>();
    private int article;

    private Sequences(Map<BlockId, Passage> passages) {
        this.passages = passages;
    }

    static List<Finding> check(Document document, Map<BlockId, Passage> passages, Result result) {
        var sequences = new Sequences(passages);
        sequences.sections(document.sections());
        sequences.captions(result);
        return sequences.findings;
    }

    private void sections(List<Section> sections) {
        var last = new HashMap<Style, Integer>();
        for (var section : sections) {
            var numbering = section.numbering();
            if (numbering.isArticle()) {
                article(section, numbering);
            } else if (numbering.style() != Style.NONE) {
                follow(section, numbering, last.getOrDefault(numbering.style(), 0));
                last.put(numbering.style(), numbering.value());
            }
            sections(section.sections());
        }
    }

    /// 第十条之一 follows 第十条 under the same number.
    private void article(Section section, Numbering numbering) {
        boolean isInserted = numbering.written().contains("之") && numbering.value() == article;
        if (!isInserted) {
            follow(section, numbering, article);
        }
        article = numbering.value();
    }

    private void follow(Section section, Numbering numbering, int before) {
        var passage = passages.get(section.id());
        if (numbering.value() == before + 1 || passage == null) {
            return;
        }
        var written = numbering.written().strip();
        var message =
                before == 0
                        ? "「%s」是这一级的第一个编号，前面缺了。".formatted(written)
                        : numbering.value() <= before
                                ? "「%s」的编号和前面的重复或倒了：前面已经到第 %d 个。".formatted(written, before)
                                : "「%s」前面是第 %d 个，中间缺 %d 个。"
                                        .formatted(written, before, numbering.value() - before - 1);
        findings.add(passage.warning("text/numbering", message, "对照原文件，看是编号错了，还是少了内容。"));
    }

    private void captions(Result result) {
        var last = new HashMap<String, Integer>();
        var lines = result.lines();
        for (int line = 1; line <= lines.size(); line++) {
            var text = lines.get(line - 1);
            var caption =
                    Paragraphs.CAPTION.matcher(text.startsWith("[") ? text.substring(1) : text);
            if (!caption.matches()) {
                continue;
            }
            var kind = caption.group(1);
            int value = Numerals.value(caption.group(2));
            int before = last.getOrDefault(kind, 0);
            if (value > before + 1) {
                var remark =
                        Remark.warning(
                                "text/missing-caption",
                                result.source(line),
                                "有「%s %d」，前面没有%s。"
                                        .formatted(kind, value, range(kind, before + 1, value - 1)),
                                "对照原文件，看是少了内容，还是编号错了。");
                findings.add(remark.at(result.file(), line));
            }
            last.put(kind, Math.max(before, value));
        }
    }

    private static String range(String kind, int first, int last) {
        return first == last
                ? "%s %d".formatted(kind, first)
                : "%s %d 到 %s %d".formatted(kind, first, kind, last);
    }
}
