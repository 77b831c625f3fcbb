package tongtu.portal;

import tongtu.archive.Comparison;
import tongtu.archive.Comparison.Change;
import tongtu.archive.ComparisonWords;

/// The words of the pages about a document's versions, in the language of the document.
public enum VersionWords {
    CHINESE,
    ENGLISH;

    static VersionWords in(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    private boolean isChinese() {
        return this == CHINESE;
    }

    public String link() {
        return isChinese() ? "以前的版本和改动" : "Earlier versions and changes";
    }

    String title(String document) {
        return isChinese() ? "各个版本：" + document : "Versions: " + document;
    }

    String version(int number, String document) {
        return isChinese()
                ? "第 " + number + " 版：" + document
                : "Version " + number + ": " + document;
    }

    String entry(int number, String date) {
        return isChinese()
                ? "第 " + number + " 版，" + date + "公布"
                : "Version " + number + ", published " + date;
    }

    String current() {
        return isChinese() ? "这是现在的版本。" : "This is the current version.";
    }

    String asOf(String from, String to) {
        if (to.isEmpty()) {
            return isChinese() ? from + "起的版本，现在还是它。" : "In place since " + from + ".";
        }
        return isChinese()
                ? "这是以前的版本，从 " + from + "到 " + to + "在网站上。现在的可能不一样，办事请看现在的。"
                : "An earlier version, shown from "
                        + from
                        + " to "
                        + to
                        + ". Please use the current one.";
    }

    public String changed() {
        return isChinese() ? "改了什么" : "What changed";
    }

    public String then() {
        return isChinese() ? "当时的全文" : "The text as it was";
    }

    public String now() {
        return isChinese() ? "看现在的版本" : "See the current version";
    }

    public String all() {
        return isChinese() ? "看全部版本" : "See all versions";
    }

    String first() {
        return isChinese() ? "第一次公布。" : "First published.";
    }

    String withdrawn() {
        return isChinese() ? "撤下了。" : "Withdrawn.";
    }

    String noNote() {
        return isChinese() ? "没有写改动说明。" : "No note was written.";
    }

    public String out() {
        return isChinese() ? "（删去：" : "(deleted: ";
    }

    public String in() {
        return isChinese() ? "（加上：" : "(added: ";
    }

    public String end() {
        return isChinese() ? "）" : ")";
    }

    String seen() {
        return isChinese()
                ? "您上次在这台设备上看过以后，这一页改过："
                : "This page has changed since you last saw it on this device: ";
    }

    String mark() {
        return isChinese() ? "（改过）" : "(changed)";
    }

    String summary(Comparison comparison) {
        if (isChinese()) {
            return ComparisonWords.summary(comparison);
        }
        return "%d paragraphs edited, %d added, %d deleted, %d moved."
                .formatted(
                        comparison.count(Change.Edited.class),
                        comparison.count(Change.Added.class),
                        comparison.count(Change.Removed.class),
                        comparison.count(Change.Moved.class));
    }

    String line(Change change) {
        if (isChinese()) {
            return ComparisonWords.line(change);
        }
        return "Paragraph "
                + change.number()
                + switch (change) {
                    case Change.Edited edited -> " was edited in " + edited.places() + " places";
                    case Change.Added _ -> " is new";
                    case Change.Removed _ -> " of the version before was deleted";
                    case Change.Moved moved -> " was moved here from " + moved.from();
                };
    }
}
