package tongtu.search;

/// Why an entry has its rank. The first ones are added up; those that say so are what the sum is
/// multiplied by.
public enum Reason {
    WORDS("字词", false),
    CHARACTERS("单字", false),
    TITLE("标题", false),
    HEADING("小标题", false),
    PHRASE("连在一起", false),
    EVERYDAY("平常的说法", false),
    PINYIN("拼音的其他读法", false),
    FIGURES("数字", false),
    NUMBER("文件编号", false),
    PLACE("第几条", false),
    ENGLISH("英文", false),
    MEANING("意思", false),
    VALIDITY("是否有效", true),
    DATE("日期", true),
    SIGNPOST("只是指路", true);

    private final String label;
    private final boolean isMultiplied;

    Reason(String label, boolean isMultiplied) {
        this.label = label;
        this.isMultiplied = isMultiplied;
    }

    public String label() {
        return label;
    }

    public boolean isMultiplied() {
        return isMultiplied;
    }
}
