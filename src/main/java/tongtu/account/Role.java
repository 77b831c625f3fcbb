package tongtu.account;

/// What somebody may do in a part of the site.
public enum Role {
    AUTHOR("撰稿", "写稿、改稿、交稿送审"),
    FIRST_REVIEWER("一审", "签一审的审和校"),
    SECOND_REVIEWER("二审", "签二审的审和校"),
    THIRD_REVIEWER("三审", "签三审的审和校"),
    PUBLISHER("发布", "发布、定时、撤下、归档，答复留言"),
    ADMINISTRATOR("管理员", "管账号、看操作记录");

    private final String label;
    private final String line;

    Role(String label, String line) {
        this.label = label;
        this.line = line;
    }

    public String label() {
        return label;
    }

    /// What it allows, in a line.
    public String line() {
        return line;
    }

    /// The role that signs a step of the review, from 1.
    public static Role reviewer(int step) {
        return switch (step) {
            case 1 -> FIRST_REVIEWER;
            case 2 -> SECOND_REVIEWER;
            case 3 -> THIRD_REVIEWER;
            default -> throw new IllegalArgumentException("step " + step);
        };
    }
}
