package tongtu.publishing;

import java.util.EnumMap;
import java.util.Map;
import tongtu.document.Kind;

/// How a body has its texts reviewed: how many steps (1 to 3) each kind has, whether who signs the
/// last step may publish, and whether files and speech have to be ready first.
public record Rules(
        Map<Kind, Integer> steps,
        boolean reviewerPublishes,
        boolean waitsForFiles,
        boolean waitsForSpeech) {
    public static final int MOST_STEPS = 3;

    /// 三审三校 for what binds and explains, one for a notice.
    public static final Rules DEFAULT =
            new Rules(
                    Map.of(
                            Kind.POLICY, 3,
                            Kind.EXPLAINER, 3,
                            Kind.SERVICE, 2,
                            Kind.NOTICE, 1,
                            Kind.PAGE, 1),
                    true,
                    true,
                    true);

    public Rules {
        steps = Map.copyOf(new EnumMap<>(steps));
        for (var kind : Kind.values()) {
            var count = steps.get(kind);
            if (count == null || count < 1 || count > MOST_STEPS) {
                throw new IllegalArgumentException("steps of " + kind);
            }
        }
    }

    int steps(Kind kind) {
        return steps.getOrDefault(kind, MOST_STEPS);
    }
}
