package tongtu.portal;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Emergency;
import tongtu.document.Kind;
import tongtu.document.Library;

/// The emergency notices of a library at a moment.
final class Emergencies {
    static final String ADDRESS = "/emergencies";

    /// Banners on a page; more of them hide the page. The worst and the newest are shown.
    static final int MOST_BANNERS = 3;

    private final List<Document> all;
    private final LocalDateTime now;

    /// Those that are on now, the worst first.
    private final List<Document> current;

    Emergencies(Library library, LocalDateTime now) {
        this.now = now;
        all =
                library.ofKind(Kind.NOTICE).stream()
                        .filter(document -> document.frontMatter().emergency() != null)
                        .filter(document -> document.equals(library.atAddress(document.address())))
                        .sorted(
                                Comparator.comparing((Document each) -> of(each).starts())
                                        .reversed()
                                        .thenComparing(Document::title))
                        .toList();
        current =
                all.stream()
                        .filter(document -> of(document).isOn(now))
                        .sorted(
                                Comparator.comparing((Document each) -> of(each).level())
                                        .reversed())
                        .toList();
    }

    static Emergency of(Document document) {
        return Objects.requireNonNull(document.frontMatter().emergency());
    }

    /// The archive: all there ever were, the newest first.
    List<Document> all() {
        return all;
    }

    /// Whether there are more than have a banner.
    boolean areMore() {
        return current.size() > MOST_BANNERS;
    }

    /// The banners of those that are on now.
    List<Frame.Alarm> banners(FrameWords words) {
        return current.stream()
                .limit(Emergencies.MOST_BANNERS)
                .map(document -> banner(document, words))
                .toList();
    }

    private static Frame.Alarm banner(Document document, FrameWords words) {
        var about = document.frontMatter();
        var emergency = of(document);
        boolean isChinese = words.equals(FrameWords.CHINESE);
        var level = emergency.level();
        return new Frame.Alarm(
                words.alarm()
                        + (isChinese ? "（" + level.label() + "）" : " (" + level.english() + ")"),
                new Frame.PlaceLink(
                        Addresses.iri(document.address()),
                        document.title(),
                        false,
                        Frames.other(about.language(), words.language())),
                about.summary().isEmpty() ? "" : about.summary().getFirst(),
                about.region(),
                words.until(Dates.of(emergency.ends(), words.language())));
    }

    /// When one of them starts or ends; null when none will.
    @Nullable LocalDateTime next() {
        return all.stream()
                .flatMap(each -> Stream.of(of(each).starts(), of(each).ends()))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
