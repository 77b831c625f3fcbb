package tongtu.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tongtu.document.Document;
import tongtu.document.Glossary;
import tongtu.document.Href;
import tongtu.document.Units;
import tongtu.language.Characters;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;

/// Random soups of Markdown, HTML and worse: whatever becomes a document is markup in which nothing
/// runs, nothing is left open, no id stands twice, and no word is lost.
class SoupTest {
    private static final int SOUPS = Boolean.getBoolean("tongtu.full") ? 20_000 : 1_500;

    private static final List<String> PIECES =
            List.of(
                    "# ",
                    "## ",
                    "#### ",
                    "- ",
                    "1. ",
                    "> ",
                    "> [!重要]\n",
                    "> [!步骤]\n",
                    "> [!联系]\n电话：",
                    "> [!图解]\n",
                    "> [!手语]\n",
                    "\n",
                    "\n\n",
                    "    ",
                    "\t",
                    "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
                    "[表]\n",
                    "|",
                    "```\n",
                    "~~~",
                    "**",
                    "*",
                    "__",
                    "`",
                    "![图](a.png)",
                    "![](b.svg \"题\")",
                    "[链](../services/a.md)",
                    "[x](javascript:alert(1))",
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<details open ontoggle=alert(1)>",
                    "</p>",
                    "<!--",
                    "-->",
                    "&lt;",
                    "&#x202e;",
                    "\u202e",
                    "\u0000",
                    "\"",
                    "'",
                    "<a href=\"//evil\">",
                    "[^1]",
                    "[^1]: 注\n",
                    "[ref]",
                    "[ref]: http://a/\n",
                    "词\n: 义\n",
                    "残疾人",
                    "康复。",
                    "第一条 ",
                    "一、",
                    "（一）",
                    "APP",
                    "Some English words",
                    "https://a.cn/?a=1&b=2",
                    "<https://b.cn>",
                    "𠀀",
                    "é",
                    "---\n",
                    "===\n",
                    "\\",
                    "{#id}",
                    "id=\"x\"",
                    "]]>",
                    "<?php",
                    "<svg/onload=alert(1)>");

    private static final Set<String> ALLOWED =
            Set.of(
                    "a",
                    "address",
                    "blockquote",
                    "br",
                    "caption",
                    "code",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "figcaption",
                    "figure",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "img",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "span",
                    "strong",
                    "summary",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "thead",
                    "tr",
                    "ul");

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "id",
                    "class",
                    "href",
                    "src",
                    "alt",
                    "lang",
                    "role",
                    "aria-label",
                    "aria-labelledby",
                    "scope",
                    "start",
                    "tabindex",
                    "loading");

    @Test
    void nothingRunsNothingIsLeftOpenNoWordIsLost() {
        int documents = 0;
        for (int seed = 0; seed < SOUPS; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder("---\ntitle: 题\nkind: page\n---\n");
            for (int i = 3 + random.nextInt(60); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            var file =
                    DocumentFile.read(
                            new MarkdownParser(),
                            "pages/soup",
                            text.toString().getBytes(StandardCharsets.UTF_8),
                            null);
            var document = file.parsed().document();
            if (document == null) {
                assertTrue(
                        file.parsed().findings().stream().anyMatch(finding -> finding.isError()));
                continue;
            }
            documents++;
            isSafe(document, "seed " + seed + "\n" + text);
        }
        assertTrue(documents > SOUPS / 2, documents + " documents");
    }

    private static void isSafe(Document document, String where) {
        var html = new HtmlRenderer(Glossary.EMPTY, path -> "/" + path).render(document).toString();
        var parser = Parser.htmlParser().setTrackErrors(10);
        var body =
                Jsoup.parse(
                                "<!doctype html><title>t</title><body>" + html,
                                "https://example.invalid/",
                                parser)
                        .body();
        assertEquals(List.of(), parser.getErrors(), where);
        var ids = new HashSet<String>();
        for (var element : body.getAllElements().subList(1, body.getAllElements().size())) {
            assertTrue(ALLOWED.contains(element.tagName()), () -> element + "\n" + where);
            for (var attribute : element.attributes()) {
                assertTrue(ATTRIBUTES.contains(attribute.getKey()), () -> attribute + "\n" + where);
                if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                    assertNotNull(Href.of(attribute.getValue()), () -> attribute + "\n" + where);
                }
            }
            assertTrue(
                    element.id().isEmpty() || ids.add(element.id()),
                    () -> "twice " + element.id() + "\n" + where);
        }
        assertTrue(html.codePoints().noneMatch(Characters::isForbidden), where);
        var words = solid(body.wholeText() + String.join("", body.select("img").eachAttr("alt")));
        for (var unit : Units.of(document)) {
            unit.words()
                    .codePoints()
                    .filter(Character::isIdeographic)
                    .forEach(c -> assertTrue(words.indexOf(c) >= 0, unit.words() + "\n" + where));
        }
    }

    private static String solid(String text) {
        return text.replaceAll("\\s+", "");
    }
}
