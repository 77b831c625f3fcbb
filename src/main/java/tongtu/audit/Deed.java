package tongtu.audit;

/// Something that is told in the log, in the words that people read there.
public enum Deed {
    SITE_MADE("建立网站"),
    ACCOUNT_ADDED("新建账号"),
    ACCOUNT_RESET("重设账号"),
    ACCOUNT_DISABLED("停用账号"),
    ACCOUNT_ENABLED("恢复账号"),
    ROLES_CHANGED("改变职责"),
    SIGNED_IN("登录"),
    SIGN_IN_FAILED("登录没有成功"),
    SIGNED_OUT("退出"),
    SESSION_ENDED("结束登录"),
    PASSWORD_CHANGED("改密码"),
    CODES_SET("设动态码"),
    PASSKEY_ADDED("添加通行密钥"),
    PASSKEY_REMOVED("删除通行密钥"),
    DRAFT_SAVED("保存草稿"),
    DRAFT_REMOVED("放下草稿"),
    HANDED_IN("交稿"),
    SUBMITTED("送审"),
    SIGNED("签署"),
    REJECTED("退回"),
    APPROVED("审完"),
    RECALLED("撤回送审"),
    SCHEDULED("定时"),
    SCHEDULE_CANCELLED("取消定时"),
    PUBLISH_ASKED("要求发布"),
    PUBLISHED("发布"),
    PUBLISH_FAILED("发布没有成功"),
    PUBLISHED_LATE("补做过时的定时"),
    EMERGENCY_ASKED("要求紧急发布"),
    EMERGENCY_CONFIRMED("同意紧急发布"),
    WITHDRAWN("撤下"),
    ARCHIVED("归档"),
    REVERTED("回到旧稿"),
    REMARKED("写意见"),
    REMARK_SETTLED("处理意见"),
    LINK_MADE("给出预览链接"),
    LINK_ENDED("收回预览链接"),
    PICTURE_ADDED("添加图片"),
    MESSAGE_ANSWERED("答复留言"),
    BRANCH_TAKEN("收下推送的分支"),
    REPAIRED("修复"),
    BACKED_UP("备份"),
    RESTORED("恢复备份"),
    LOG_EXPORTED("导出记录");

    private final String label;

    Deed(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
