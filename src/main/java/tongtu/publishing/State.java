package tongtu.publishing;

/// What has become of a revision.
public enum State {
    DRAFT("草稿"),
    FIRST("一审"),
    SECOND("二审"),
    THIRD("三审"),
    APPROVED("审完，待发布"),
    SCHEDULED("已定时"),
    PUBLISHED("已发布"),
    WITHDRAWN("已撤下"),
    ARCHIVED("已归档"),
    REPLACED("被新稿代替");

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The state in which a step of the review, from 1, is waited for.
    static State review(int step) {
        return switch (step) {
            case 1 -> FIRST;
            case 2 -> SECOND;
            case 3 -> THIRD;
            default -> throw new IllegalArgumentException("step " + step);
        };
    }

    /// The step of the review that is waited for; 0 when none is.
    int step() {
        return switch (this) {
            case FIRST -> 1;
            case SECOND -> 2;
            case THIRD -> 3;
            default -> 0;
        };
    }

    /// Whether residents see the revision.
    boolean isSeen() {
        return this == PUBLISHED || this == ARCHIVED;
    }
}
