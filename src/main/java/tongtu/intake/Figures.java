package tongtu.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;

/// Shares of what seems to be the same thing that differ within a document. Both may be right, with
/// other denominators or for other years: a person decides, nothing is changed.
final class Figures {
    private Figures() {}

    static List<Finding> check(Document document, Map<BlockId, Passage> passages) {
        var claims = FigureClaims.of(document, passages);
        var told = new boolean[claims.size()];
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < claims.size(); i++) {
            var cluster = told[i] ? new TreeSet<Integer>() : cluster(claims, i);
            if (cluster.size() > 1) {
                cluster.forEach(each -> told[each] = true);
                findings.add(finding(cluster.stream().map(claims::get).toList()));
            }
        }
        return findings;
    }

    /// A claim and all that disagree with it, directly or through another.
    private static SortedSet<Integer> cluster(List<FigureClaim> claims, int first) {
        var cluster = new TreeSet<>(List.of(first));
        var waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            var claim = claims.get(waiting.removeLast());
            for (int i = 0; i < claims.size(); i++) {
                if (!cluster.contains(i)
                        && claim.isAlike(claims.get(i))
                        && claim.disagrees(claims.get(i))) {
                    cluster.add(i);
                    waiting.add(i);
                }
            }
        }
        return cluster;
    }

    private static Finding finding(List<FigureClaim> claims) {
        var sorted =
                claims.stream()
                        .sorted(Comparator.comparingInt(claim -> claim.passage().line()))
                        .toList();
        var said =
                sorted.stream()
                        .map(claim ->
                                "「%s」%s（%s）"
                                        .formatted(
                                                Line.quote(claim.said(), 30),
                                                String.join(
                                                        "、",
                                                        claim.shares().stream()
                                                                .map(FigureClaim.Share::written)
                                                                .toList()),
                                                claim.passage().named()))
                        .distinct()
                        .toList();
        return sorted.getFirst()
                .passage()
                .warning(
                        "text/figures-disagree",
                        "说的像是同一件事，数字不一样：" + String.join("；", said) + "。都照原样留着。",
                        "查清各自的口径（算的是谁、哪一年），在解读里写明；不要只改一处。");
    }
}
