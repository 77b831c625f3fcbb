package tongtu.portal;

import java.util.List;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.RetiredFile;
import tongtu.web.Problem;

/// What people are shown when a request cannot be answered: what happened and what to do.
final class ProblemPages {
    private final Frames frames;

    ProblemPages(Frames frames) {
        this.frames = frames;
    }

    ProblemPage of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _ -> notFound(List.of());
            case Problem.Broken(var reference) ->
                    page(
                            "网站出错了",
                            List.of("这不是您的问题。请过几分钟再试；还不行的，请拨打页脚的热线，说出下面的编号。"),
                            List.of(),
                            reference,
                            false);
            case Problem.BadRequest() -> page("看不懂这个请求", "地址里有本站不用的符号，或者请求写得不对。请检查地址，或从上面的栏目进去找。");
            case Problem.MethodNotAllowed() -> page("这一页不能这样用", "这一页只能看，不能提交。请从上面的栏目进去找。");
            case Problem.TooLarge(var status) ->
                    status == 414
                            ? page(
                                    "地址太长",
                                    List.of("本站没有收下。请缩短以后再试。", "如果是在查找，只写最要紧的几个词就行。"),
                                    List.of(),
                                    "",
                                    true)
                            : page("提交的内容太大", "本站没有收下。请缩短以后再试。");
            case Problem.TooMany() -> page("请求太频繁", "请过一分钟再试。您没有做错什么。");
            case Problem.Unavailable() -> page("网站正在准备", "请过几分钟再试。");
        };
    }

    /// The page for an address that leads nowhere, with the documents that may have been meant.
    ProblemPage notFound(List<Entry> suggestions) {
        return page(
                "没有找到这一页",
                List.of("地址可能打错了，或者这一页改了名字。", "您可以从上面的栏目进去找，或拨打页脚的热线询问。"),
                suggestions,
                "",
                true);
    }

    ProblemPage gone() {
        return page(
                "这一页已经撤下", List.of("它原来在这里，现在不再公布。", "需要了解原来的内容，请拨打页脚的热线。"), List.of(), "", true);
    }

    /// What stands at the address of a document that was withdrawn.
    ProblemPage withdrawn(RetiredFile.Retired retired) {
        return page(
                retired.title() + "：已经撤下",
                List.of(
                        Dates.of(retired.date(), "zh-CN") + "撤下。",
                        "理由：" + retired.reason(),
                        "需要了解原来的内容，请拨打页脚的热线。"),
                List.of(),
                "",
                true);
    }

    private ProblemPage page(String heading, String line) {
        return page(heading, List.of(line), List.of(), "", false);
    }

    private ProblemPage page(
            String heading,
            List<String> lines,
            List<Entry> suggestions,
            String reference,
            boolean canSearch) {
        return new ProblemPage(
                frames.of(heading, "", ""),
                HtmlRenderer.heading(heading),
                lines,
                suggestions,
                reference,
                canSearch);
    }
}
