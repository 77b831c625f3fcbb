package tongtu.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.Glossary;
import tongtu.html.HtmlRenderer;
import tongtu.html.SafeHtml;
import tongtu.markdown.MarkdownParser;
import tongtu.web.View;

/// The examples of every view: the gallery is made of them, and the tests look at each.
final class Examples {
    /// Each kind of block once.
    private static final String TEXT =
            """
            ---
            title: 示例
            kind: page
            ---

            开头的一段，有**重点**、[链接](https://example.cn/)和注[^1]。

            ## 一、总则

            - 一项
            - 另一项

            > [!警告]
            > 示例：要当心的事。

            > [!步骤]
            > 1. 先做这个。
            > 2. 再做那个。

            > [!联系]
            > 热线：[12385](tel:12385)

            ### （一）表

            | 指标 | 2020 年 | 2025 年 |
            | --- | ---: | ---: |
            | 覆盖率 | 98% | 99% |
            | 人数 | 1200 | 1500 |
            [示例表]

            > 引用的话。

            [^1]: 注的话。
            """;

    private Examples() {}

    static SafeHtml text() {
        var document =
                new MarkdownParser()
                        .parse("pages/example", TEXT.getBytes(StandardCharsets.UTF_8))
                        .document();
        if (document == null) {
            throw new IllegalStateException("the example cannot be read");
        }
        return new HtmlRenderer(Glossary.EMPTY, _ -> null).render(document);
    }

    /// By the address that they have in the gallery: `/home-page/1`.
    static Map<String, View> all() {
        var all = new LinkedHashMap<String, View>();
        for (var examples : lists()) {
            int number = 1;
            for (var view : examples) {
                all.put("/" + address(view) + "/" + number++, view);
            }
        }
        return all;
    }

    private static List<List<? extends View>> lists() {
        return List.of(
                HomePage.examples(),
                DocumentPage.examples(),
                ListingPage.examples(),
                GlossaryPage.examples(),
                FeedbackPage.examples(),
                FeedbackFormPage.examples(),
                ReceiptPage.examples(),
                SearchPage.examples(),
                ListenPage.examples(),
                ReadingsPage.examples(),
                PinyinPage.examples(),
                BraillePage.examples(),
                VersionsPage.examples(),
                VersionPage.examples(),
                PreferencesPage.examples(),
                ProblemPage.examples(),
                GalleryPage.examples());
    }

    private static String address(View view) {
        return view.getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /// The page that leads to all of them.
    static GalleryPage gallery() {
        var groups = new LinkedHashMap<String, List<Frame.PlaceLink>>();
        all().forEach((address, view) -> {
            var name = view.getClass().getSimpleName();
            var links = groups.computeIfAbsent(name, _ -> new ArrayList<>());
            links.add(new Frame.PlaceLink(address, name + " " + (links.size() + 1), false, ""));
        });
        return new GalleryPage(
                Frame.examples().getFirst(),
                groups.entrySet().stream()
                        .map(group -> new GalleryPage.Group(group.getKey(), group.getValue()))
                        .toList());
    }
}
