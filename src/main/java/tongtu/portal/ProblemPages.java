package tongtu.portal;

import java.util.Comparator;
import java.util.List;
import tongtu.document.Document;

/// What people are shown when a request cannot be answered: what happened and what to do.
final class ProblemPages {
    private static final int MOST_SUGGESTIONS = 5;
    private static final double ALIKE = 0.3;

    private final Frames frames;
    private final ListingPages listings;

    ProblemPages(Frames frames, ListingPages listings) {
        this.frames = frames;
        this.listings = listings;
    }

    ProblemPage gone() {
        return page("这一页已经撤下", List.of("它原来在这里，现在不再公布。", "需要了解原来的内容，请拨打页脚的热线。"), List.of());
    }

    /// The page for an address that leads nowhere, with the documents whose name is like its last
    /// part.
    ProblemPage notFound(String path, List<Document> documents) {
        var wanted = path.substring(path.lastIndexOf('/') + 1);
        record Scored(Document document, double likeness) {}
        var suggestions =
                documents.stream()
                        .map(document -> new Scored(document, likeness(wanted, document)))
                        .filter(scored -> scored.likeness() >= ALIKE)
                        .sorted(
                                Comparator.comparingDouble(Scored::likeness)
                                        .reversed()
                                        .thenComparing(scored -> scored.document().path()))
                        .limit(MOST_SUGGESTIONS)
                        .map(scored -> listings.entry(scored.document(), true))
                        .toList();
        return page(
                "没有找到这一页", List.of("地址可能打错了，或者这一页改了名字。", "您可以从上面的栏目进去找，或拨打页脚的热线询问。"), suggestions);
    }

    ProblemPage page(String heading, List<String> lines, List<tongtu.portal.Entry> suggestions) {
        return new ProblemPage(frames.of(heading, "", ""), heading, lines, suggestions, "");
    }

    ProblemPage broken(String reference) {
        return new ProblemPage(
                frames.of("网站出错了", "", ""),
                "网站出错了",
                List.of("这不是您的问题。请过几分钟再试；还不行的，请拨打页脚的热线，说出下面的编号。"),
                List.of(),
                reference);
    }

    /// The share of the wanted name's character pairs that the document's name or title has.
    private static double likeness(String wanted, Document document) {
        return Math.max(share(wanted, document.slug()), share(wanted, document.title()));
    }

    private static double share(String wanted, String name) {
        int pairs = 0;
        int shared = 0;
        for (int i = 0; i + 2 <= Math.min(wanted.length(), 100); i++) {
            pairs++;
            shared += name.contains(wanted.substring(i, i + 2)) ? 1 : 0;
        }
        return pairs == 0 ? 0 : (double) shared / pairs;
    }
}
