package tongtu.portal;

/// The words of the search page in one language.
public record SearchWords(
        String language,
        String title,
        String label,
        String again,
        String button,
        String hint,
        String other,
        String meant,
        String narrow,
        String only,
        String chosen,
        String remove,
        String dates,
        String from,
        String to,
        String dateHint,
        String apply,
        String best,
        String before,
        String after,
        String nearest,
        String topics,
        String ask,
        String write,
        String formats,
        String hear,
        String suggestions) {
    static final SearchWords CHINESE =
            new SearchWords(
                    "zh-CN",
                    "查找",
                    "想找什么？用平常的话写就行",
                    "换个说法再找",
                    "查找",
                    "打汉字、拼音、拼音首字母、文件编号都可以。比如：家里想装扶手、护理补贴、孩子上学、wza",
                    "Search in English",
                    "您是不是要找",
                    "缩小范围",
                    "只看",
                    "已经缩小到",
                    "去掉",
                    "日期",
                    "从哪天起",
                    "到哪天止",
                    "例如 2026-01-31，只写年份也可以。",
                    "按日期缩小",
                    "工作人员推荐",
                    "上一页",
                    "下一页",
                    "本站有这些相近的词",
                    "也可以按主题找",
                    "没找到？",
                    "告诉我们您想知道什么",
                    "给程序用的结果",
                    "从这里听",
                    "提示");

    static final SearchWords ENGLISH =
            new SearchWords(
                    "en",
                    "Search",
                    "What are you looking for?",
                    "Search again",
                    "Search",
                    "Most texts here are in Chinese. English words find the English pages; pinyin and"
                            + " Chinese find the rest.",
                    "用中文查找",
                    "Did you mean",
                    "Narrow down",
                    "Only ",
                    "Narrowed to",
                    "Remove",
                    "Dates",
                    "From",
                    "To",
                    "Like 2026-01-31. A year alone will do.",
                    "Use these dates",
                    "Recommended by staff",
                    "Previous page",
                    "Next page",
                    "Similar words on this site",
                    "Browse by topic (in Chinese)",
                    "Not found?",
                    "Tell us what you want to know",
                    "Results for programs",
                    "Listen from here",
                    "Suggestions");

    static SearchWords in(String language) {
        return language.equals("en") ? ENGLISH : CHINESE;
    }

    private boolean isChinese() {
        return language.equals("zh-CN");
    }

    String found(int count) {
        return isChinese()
                ? count == 0 ? "没有找到" : "找到 " + count + " 条"
                : count == 0 ? "Nothing found" : count + (count == 1 ? " result" : " results");
    }

    /// Nothing is found yet, and not everything was searched.
    String notYet() {
        return isChinese() ? "还没有整理好" : "Not ready yet";
    }

    String pageTitle(String question, String found, int page, int pages) {
        var here =
                page == 1 ? "" : isChinese() ? "，" + here(page, pages) : ", " + here(page, pages);
        return question + (isChinese() ? "：" : ": ") + found + here;
    }

    String here(int page, int pages) {
        return isChinese() ? "第 " + page + " 页，共 " + pages + " 页" : "page " + page + " of " + pages;
    }

    String heading(String question) {
        return isChinese() ? "查找：" + question : "Search: " + question;
    }

    String alsoSought(String terms) {
        return isChinese() ? "也找了这些说法：" + terms + "。" : "Also searched for: " + terms + ".";
    }

    String cut(int most) {
        return isChinese()
                ? "您写得很长，只用了前 " + most + " 个字。"
                : "Only the first " + most + " characters were used.";
    }

    String partial(int done, int all) {
        return isChinese()
                ? "本站正在整理目录，整理好了 %d 份，共 %d 份。现在找到的可能不全，请过一会儿再找一次。".formatted(done, all)
                : "The index is being made: %d of %d documents. Please search again later."
                        .formatted(done, all);
    }

    String nothing(String question) {
        return isChinese()
                ? "在本站的政策、办事指南、解读、通知和词语里，找了“" + question + "”，没有找到。"
                : "Nothing on this site matches “" + question + "”.";
    }

    String badDates() {
        return isChinese()
                ? "日期看不懂，没有按它缩小。请写成 2026-01-31 的样子，“从哪天起”不晚于“到哪天止”。"
                : "The dates were not understood and not used. Write them like 2026-01-31, the"
                        + " earlier one first.";
    }

    /// What begins the words about a fault.
    public String wrong() {
        return isChinese() ? "错误：" : "Error: ";
    }

    /// The link that takes the narrowing by a facet away.
    String all(tongtu.search.Facet facet) {
        return isChinese()
                ? "全部" + facet(facet)
                : "Any " + facet(facet).toLowerCase(java.util.Locale.ROOT);
    }

    String count(int count) {
        return isChinese() ? count + " 条" : String.valueOf(count);
    }

    String colon() {
        return isChinese() ? "：" : ": ";
    }

    String separator() {
        return isChinese() ? "、" : ", ";
    }

    String facet(tongtu.search.Facet facet) {
        return switch (facet) {
            case KIND -> isChinese() ? "类型" : "Kind";
            case TOPIC -> isChinese() ? "主题" : "Topic";
            case ISSUER -> isChinese() ? "发文机关" : "Issuer";
            case YEAR -> isChinese() ? "年份" : "Year";
            case VALIDITY -> isChinese() ? "是否有效" : "Validity";
        };
    }
}
