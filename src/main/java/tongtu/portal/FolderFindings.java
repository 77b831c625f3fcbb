package tongtu.portal;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Finding;
import tongtu.web.Media;

/// What is wrong with a content folder as a whole, for staff.
final class FolderFindings {
    private static final String FOLDER = "（内容文件夹）";
    private static final long MEBIBYTE = 1024 * 1024;

    private FolderFindings() {}

    /// `leftOut` are the pictures that are not served; `isFollowed` is whether what is saved is
    /// shown, `isThere` whether there is a folder at all.
    static List<Finding> of(boolean isThere, boolean isFollowed, List<String> leftOut) {
        var findings = new ArrayList<Finding>();
        if (!isThere) {
            findings.add(
                    error(
                            "folder/missing",
                            FOLDER,
                            "内容文件夹不见了。网页还是原来的样子，保存的文件暂时不会显示。",
                            "把内容文件夹放回原处，网页会自动更新。"));
        }
        if (!isFollowed) {
            findings.add(
                    error(
                            "folder/not-followed",
                            FOLDER,
                            "系统不让程序留意这么多文件夹，保存的文件要重新启动以后才显示。",
                            "请管理员调大 fs.inotify.max_user_watches 和 max_user_instances，再重新启动。"));
        }
        for (var file : leftOut) {
            findings.add(
                    error(
                            "media/left-out",
                            file,
                            "这个文件太大，或者所有图片加起来太大，没有放到网站上。",
                            "单个文件要在 %d MB 以内，合计要在 %d MB 以内。压缩以后再放进来。"
                                    .formatted(
                                            Media.LONGEST / MEBIBYTE,
                                            Media.MOST_BYTES / MEBIBYTE)));
        }
        return findings;
    }

    private static Finding error(String rule, String file, String message, String remedy) {
        return new Finding(rule, Finding.Severity.ERROR, file, 0, message, remedy);
    }
}
