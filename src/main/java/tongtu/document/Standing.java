package tongtu.document;

/// Whether the text was ever given force: apart from [Validity], which the calendar decides.
public enum Standing {
    /// 征求意见稿
    DRAFT("征求意见稿"),
    /// 正式
    FINAL("正式文件");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
