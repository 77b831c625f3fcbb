package tongtu.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Inline;
import tongtu.document.Section;
import tongtu.language.Sentences;

/// The shares that a document speaks of, in its sentences («就业率达到 68%», «实现全覆盖») and in the rows of
/// its tables.
final class FigureClaims {
    /// Longer paragraphs are not read for figures.
    private static final int LONGEST = 5_000;

    private static final int MOST = 2_000;

    private static final Pattern SHARE =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*[%％](?:以上|以下|左右|以内)?|全覆盖");
    private static final Pattern CELL =
            Pattern.compile("[≥≤＞＜><＝=约]?\\s*(\\d{1,3}(?:\\.\\d{1,4})?)\\s*[%％](?:以上|以下|左右)?");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)\\s*年");
    private static final Pattern VERB =
            Pattern.compile(
                    "(?:均|都|分别|已|可|要|应|将|能|基本|总体|稳步|力争|达到|达|为|是|保持在|控制在|稳定在|不低于|不少于|提高到|提升到|提高至|提升至|增加到|实现|超过|高于|大于|约|布局|[≥>＞=＝\\s])+$");
    private static final Pattern OPENING =
            Pattern.compile(
                    "^(?:[、\\s]|以上|以下|其中|确保|力争|实现|使|推动|推进|保持|并|且|到|全县|全市|全省|全国|全区|我县|我市|我省|本县|持证)+");
    private static final Pattern AGES =
            Pattern.compile("^(\\d{1,3}\\s*[-—–－~～至]\\s*\\d{1,3}\\s*周?岁)(?:的)?");
    private static final Pattern LIST = Pattern.compile("[、和与及]|以及");
    private static final String CLAUSE_ENDS = "，。；：！？,;:";

    private final List<FigureClaim> claims = new ArrayList<>();
    private int context;

    private FigureClaims() {}

    static List<FigureClaim> of(Document document, Map<BlockId, Passage> passages) {
        var claims = new FigureClaims();
        var rest = new LinkedHashMap<>(passages);
        for (var table : tables(document)) {
            claims.table(table, rest);
        }
        rest.values().forEach(claims::passage);
        return claims.claims;
    }

    private static List<Block.Table> tables(Document document) {
        var tables = new ArrayList<Block.Table>();
        collect(document.opening(), document.sections(), tables);
        return tables;
    }

    private static void collect(
            List<Block> blocks, List<Section> sections, List<Block.Table> tables) {
        blocks.forEach(block -> {
            if (block instanceof Block.Table table && table.rowHeader() >= 0) {
                tables.add(table);
            }
        });
        sections.forEach(section -> collect(section.blocks(), section.sections(), tables));
    }

    /// Takes the rows of a table out of the passages.
    private void table(Block.Table table, Map<BlockId, Passage> passages) {
        context++;
        for (var row : table.rows()) {
            var passage = passages.remove(row.id());
            if (passage == null) {
                continue;
            }
            var shares = new ArrayList<FigureClaim.Share>();
            for (int i = 0; i < row.cells().size(); i++) {
                var words = Inline.words(row.cells().get(i)).strip();
                var cell = CELL.matcher(words);
                var year = YEAR.matcher(Inline.words(table.columns().get(i).header()));
                if (cell.matches()) {
                    shares.add(
                            new FigureClaim.Share(
                                    (year.find() ? year.group(1) + " 年 " : "") + words,
                                    Double.parseDouble(cell.group(1)),
                                    year.reset().find() ? Integer.parseInt(year.group(1)) : 0));
                }
            }
            var name = Inline.words(row.cells().get(table.rowHeader())).strip();
            if (!shares.isEmpty() && !name.isEmpty()) {
                add(new FigureClaim(name, List.of(name), shares, 0, "", context, passage));
            }
        }
    }

    private void passage(Passage passage) {
        if (passage.words().length() > LONGEST) {
            return;
        }
        for (var sentence : Sentences.of(passage.words())) {
            context++;
            sentence(sentence, passage);
        }
    }

    private void sentence(String sentence, Passage passage) {
        var share = SHARE.matcher(sentence);
        int from = 0;
        int year = 0;
        while (share.find()) {
            var years = YEAR.matcher(sentence).region(from, share.start());
            while (years.find()) {
                year = Integer.parseInt(years.group(1));
            }
            int start = share.start();
            while (start > from && CLAUSE_ENDS.indexOf(sentence.charAt(start - 1)) < 0) {
                start--;
            }
            var value =
                    share.group(1) == null
                            ? new FigureClaim.Share("全覆盖", 100, 0)
                            : new FigureClaim.Share(
                                    share.group(), Double.parseDouble(share.group(1)), 0);
            claim(sentence.substring(start, share.start()), value, year, passage);
            from = share.end();
        }
    }

    /// The claims that a clause makes before its share, one for each of the things it lists:
    /// «意外伤害保险、大病医疗保险参保率» are two rates.
    private void claim(String clause, FigureClaim.Share share, int year, Passage passage) {
        var opened = OPENING.matcher(clause).replaceFirst("");
        var ages = AGES.matcher(opened);
        var group = ages.find() ? ages.group(1) : "";
        var words =
                VERB.matcher(opened.substring(group.isEmpty() ? 0 : ages.end())).replaceFirst("");
        boolean covers = share.written().equals("全覆盖");
        if (words.isBlank() || (!covers && !words.endsWith("率") && !words.endsWith("比例"))) {
            return;
        }
        var parts = LIST.split(words, -1);
        var ending = words.substring(Math.max(0, words.length() - 3));
        for (int i = 0; i < parts.length; i++) {
            var part = OPENING.matcher(parts[i]).replaceFirst("");
            if (!covers && i < parts.length - 1 && !part.endsWith("率")) {
                part = part + ending;
            }
            var names = new ArrayList<>(List.of(part));
            if (part.indexOf('的') >= 0) {
                names.add(part.substring(part.lastIndexOf('的') + 1));
            }
            add(new FigureClaim(words, names, List.of(share), year, group, context, passage));
        }
    }

    private void add(FigureClaim claim) {
        if (claims.size() < MOST) {
            claims.add(claim);
        }
    }
}
