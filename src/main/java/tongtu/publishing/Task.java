package tongtu.publishing;

/// The two halves of a step of the review.
public enum Task {
    CONTENT("审", "内容对不对、说得清不清楚、能不能公开"),
    ORIGINAL("校", "和原件一个字一个字对过");

    private final String label;
    private final String line;

    Task(String label, String line) {
        this.label = label;
        this.line = line;
    }

    public String label() {
        return label;
    }

    public String line() {
        return line;
    }
}
