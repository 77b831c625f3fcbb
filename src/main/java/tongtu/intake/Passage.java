package tongtu.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Units;
import tongtu.markdown.Parsed;

/// Words of the result and where they stand: in the result, in the file that was sent (0 when they
/// are not from it), and by the numbers of the headings.
record Passage(String file, int line, int source, Place place, String words) {

    /// The passage of the title, which is no unit.
    static Passage ofTitle(Document document, Result result) {
        int line = result.titleLine();
        return new Passage(result.file(), line, result.source(line), Place.NONE, document.title());
    }

    /// The passage of each unit of a document that was made from `result`, in reading order.
    static Map<BlockId, Passage> ofUnits(Document document, Parsed parsed, Result result) {
        var places = Places.of(document);
        var passages = new LinkedHashMap<BlockId, Passage>();
        for (var unit : Units.of(document)) {
            int line = parsed.lines().getOrDefault(unit.id(), 0);
            var place = places.getOrDefault(unit.id(), Place.NONE);
            passages.put(
                    unit.id(),
                    new Passage(result.file(), line, result.source(line), place, unit.words()));
        }
        return passages;
    }

    Finding warning(String rule, String message, String remedy) {
        return finding(Severity.WARNING, rule, message, remedy);
    }

    Finding finding(Severity severity, String rule, String message, String remedy) {
        return new Remark(severity, rule, source, message, remedy).at(file, line);
    }

    /// Where it stands, for another finding to name: «一，原文第 14 行».
    String named() {
        var number = source > 0 ? "原文第 " + source + " 行" : "第 " + line + " 行";
        return place.isNone() ? number : place.cited() + "，" + number;
    }
}
