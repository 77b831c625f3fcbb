package tongtu.messages;

/// What a message is for.
public enum MessageKind {
    MISTAKE("报告错误"),
    FORMAT("要一份别的格式"),
    HELP("请人帮忙");

    private final String label;

    MessageKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
