package tongtu.takeaway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Href;

/// A document as one web page in large print, black on white, with nothing beside it: to be opened
/// from a memory stick, sent by mail, or printed. Its text grows further as the browser's does.
public final class LargePrint {
    private static final Pattern VOID = Pattern.compile("<(br|img|meta)\\b([^<>]*)/>");

    private LargePrint() {}

    /// The bytes of the page (HTML, UTF-8). `links` gives the whole address that a link to
    /// elsewhere leads to, null when it leads nowhere.
    public static byte[] of(
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links) {
        var words = TextWords.in(document.frontMatter().language());
        var xml = new Xml();
        xml.open("html", "lang", document.frontMatter().language());
        xml.open("head").empty("meta", "charset", "utf-8");
        xml.element("title", document.title());
        xml.empty("meta", "name", "viewport", "content", "width=device-width");
        xml.element("style", STYLE).close().line();
        xml.open("body").open("main").line();
        xml.element("h1", document.title()).line();
        cover.lines(document).forEach(line -> xml.element("p", line).line());
        if (!document.frontMatter().summary().isEmpty()) {
            xml.open("ul");
            document.frontMatter().summary().forEach(point -> xml.element("li", point));
            xml.close().line();
        }
        if (document.sections().size() > 1) {
            xml.open("nav", "aria-labelledby", "contents");
            xml.element("h2", words.contents(), "id", "contents").open("ul");
            for (var section : document.sections()) {
                xml.open("li");
                xml.element("a", section.title(), "href", "#" + XhtmlWriter.id(section.id()));
                xml.close();
            }
            xml.close().close().line();
        }
        var writer =
                new XhtmlWriter(
                        xml,
                        document,
                        new XhtmlWriter.Look(
                                0,
                                false,
                                false,
                                Anchors.of(document).links(links),
                                source -> embedded(pictures, source),
                                _ -> ""));
        writer.blocks(document.opening());
        document.sections().forEach(writer::section);
        if (!document.footnotes().isEmpty()) {
            xml.element("h2", words.notes()).line();
            document.footnotes().forEach(writer::note);
        }
        var page = xml.finish();
        // HTML has no use for the slash that XML wants there (HTML Living Standard, 13.1.2.1).
        var html = VOID.matcher(page.substring(page.indexOf("<html"))).replaceAll("<$1$2>");
        return ("<!doctype html>\n" + html + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String embedded(Pictures pictures, Href source) {
        var type = Pictures.TYPES.get(Pictures.ending(source));
        var bytes = type == null ? null : pictures.shown(source);
        return bytes == null
                ? null
                : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static final String STYLE =
            """
            html { font-size: 150%; }
            body { margin: 0 auto; padding: 1rem; max-width: 32em; line-height: 1.8; color: #000; background: #fff;
              font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
            h1, h2, h3, h4, h5, h6 { line-height: 1.4; }
            a { color: #00387a; }
            a, th, td { padding: .2em .1em; }
            ul.written { list-style: none; padding-left: 0; }
            em { font-style: normal; font-weight: bold; }
            table { border-collapse: collapse; }
            th, td { border: 2px solid; padding: .3em; text-align: left; vertical-align: top; }
            caption { text-align: left; font-weight: bold; }
            blockquote, .callout { margin: 1em 0; padding: .2em 1em; border-left: 4px solid; }
            pre { white-space: pre-wrap; font-family: inherit; }
            img { max-width: 100%; height: auto; }
            """;
}
