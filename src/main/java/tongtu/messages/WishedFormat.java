package tongtu.messages;

/// A form of a text that somebody asks for.
public enum WishedFormat {
    LARGE_PRINT("大字版"),
    BRAILLE("盲文"),
    AUDIO("录音"),
    SIGN("手语视频"),
    EASY("简明易懂的版本"),
    OTHER("别的格式");

    private final String label;

    WishedFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
