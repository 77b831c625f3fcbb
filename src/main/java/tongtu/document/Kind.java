package tongtu.document;

/// What a document is to its reader; `folder` is the first part of its address.
public enum Kind {
    POLICY("policies", "政策文件"),
    EXPLAINER("explainers", "政策解读"),
    SERVICE("services", "办事指南"),
    NOTICE("notices", "通知公告"),
    PAGE("pages", "页面");

    private final String folder;
    private final String label;

    Kind(String folder, String label) {
        this.folder = folder;
        this.label = label;
    }

    public String folder() {
        return folder;
    }

    public String label() {
        return label;
    }
}
