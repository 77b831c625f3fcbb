package tongtu.document;

/// How one document stands to another. `target` is the path of a document in the same library
/// (without `.md`), or the title in 《》 when it is not held.
public record Relation(Type type, String target) {
    public enum Type {
        BASIS("依据", "以本文件为依据"),
        PARENT("上位文件", "下位文件"),
        EXPLAINS("解读对象", "解读"),
        REPLACES("废止", "被废止于"),
        AMENDS("修改", "被修改于"),
        SUPPORTS("配套", "配套文件");

        private final String label;
        private final String inverseLabel;

        Type(String label, String inverseLabel) {
            this.label = label;
            this.inverseLabel = inverseLabel;
        }

        public String label() {
            return label;
        }

        /// What the other document calls it.
        public String inverseLabel() {
            return inverseLabel;
        }
    }

    public Relation {
        if (target.isBlank()) {
            throw new IllegalArgumentException("a relation to nothing");
        }
    }

    /// Whether the other document is only named.
    public boolean isTitle() {
        return target.startsWith("《");
    }
}
