package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tongtu.language.Characters;

/// Whatever a plain text holds, its characters are in the document: marks that Markdown, HTML, YAML
/// or tables would take for their own show as they stand.
class NothingLostTest {
    private static final int ROUNDS = Boolean.getBoolean("tongtu.full") ? 20_000 : 2_000;
    private static final List<String> PIECES =
            List.of(
                    "残疾人",
                    "目录\n",
                    "服务",
                    "，",
                    "。",
                    "；",
                    "：",
                    "、",
                    "“",
                    "”",
                    "《",
                    "》",
                    "（",
                    "）",
                    "一、",
                    "（一）",
                    "1.",
                    "1. ",
                    "（1）",
                    "第一条 ",
                    "第一章 ",
                    "专栏 1：",
                    "2021 年",
                    "98.89%",
                    "全覆盖",
                    "abc",
                    "The plan",
                    " ",
                    "  ",
                    "　　",
                    "\t",
                    "\n",
                    "\n\n",
                    "\n\n\n",
                    "#",
                    "# ",
                    "## ",
                    "*",
                    "**",
                    "_",
                    "__",
                    "`",
                    "```",
                    "~~~",
                    "[",
                    "]",
                    "[^1]",
                    "[^1]: ",
                    "(",
                    ")",
                    "](",
                    "<",
                    ">",
                    "<b>",
                    "</script>",
                    "<!--",
                    "-->",
                    "<http://a.cn>",
                    "&",
                    "&amp;",
                    "&#35;",
                    "!",
                    "![",
                    "\\",
                    "|",
                    "| - |",
                    "---",
                    "- ",
                    "+ ",
                    "===",
                    ": ",
                    "~",
                    "$",
                    "^",
                    "{",
                    "}",
                    "\"",
                    "'",
                    "...",
                    "title: ",
                    "> ",
                    "> [!重要]",
                    "https://a.cn/?a=1&b=2",
                    "𠀀",
                    "é",
                    "·",
                    "\u00a0",
                    "\f",
                    "\r\n",
                    "\u200b",
                    "%",
                    "@",
                    "=",
                    "0",
                    "10)",
                    "2)");

    @Test
    void everyCharacterOfARandomTextIsInTheDocument() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            check(seed, text(new Random(seed), 40));
        }
    }

    @Test
    void everyCharacterOfALongRandomTextIsInTheDocument() {
        for (int seed = 0; seed < ROUNDS / 100; seed++) {
            check(seed, text(new Random(-1 - seed), 1_500));
        }
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = random.nextInt(length) + 1; i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append(Texts.solid(text.toString()).isEmpty() ? "字" : "").toString();
    }

    private static void check(int seed, String text) {
        var conversion = Texts.text(text);
        var words = Texts.said(conversion);
        var sent = Characters.clean(text);
        boolean isMoved = text.contains("\t") || text.contains("[^");
        assertEquals(
                isMoved ? Texts.sorted(sent) : Texts.solid(sent),
                isMoved ? Texts.sorted(Texts.solid(words)) : Texts.solid(words),
                () -> "seed " + seed + "\n" + text + "\n=>\n" + conversion.markdown());
        assertEquals(
                List.of(),
                conversion.problems().stream()
                        .filter(finding -> !finding.rule().startsWith("tables/"))
                        .toList(),
                () -> "seed " + seed + "\n" + text + "\n=>\n" + conversion.markdown());
    }
}
