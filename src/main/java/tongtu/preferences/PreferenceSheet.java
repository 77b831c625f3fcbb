package tongtu.preferences;

import java.util.Locale;

/// The style sheet of a reader's preferences. It stands outside the layers of the site's own sheet
/// and so comes after all of them; usual preferences make an empty one.
public final class PreferenceSheet {
    private PreferenceSheet() {}

    /// `pointer` is the address of the large pointer's picture.
    public static String css(Preferences preferences, String pointer) {
        var css = new StringBuilder();
        if (!preferences.is(Setting.TEXT, "100")) {
            css.append("html{font-size:").append(preferences.get(Setting.TEXT).name()).append("%}");
        }
        if (!preferences.is(Setting.SCHEME, "system")) {
            var scheme =
                    Scheme.valueOf(preferences.get(Setting.SCHEME).name().toUpperCase(Locale.ROOT));
            css.append("@media not print{:root{").append(scheme.declarations()).append("}}");
        }
        spacing(css, "line-height", preferences.get(Setting.LINES).name(), "2.3", "2.8");
        if (!preferences.is(Setting.LINES, "normal")) {
            // A large heading with as much room falls apart.
            css.append(
                    "h1:not(.mark),h2:not(.mark),h3:not(.mark),:is(h1,h2,h3) *:not(.mark){line-height:1.7!important}");
        }
        spacing(css, "letter-spacing", preferences.get(Setting.LETTERS).name(), ".06em", ".14em");
        spacing(css, "word-spacing", preferences.get(Setting.WORDS).name(), ".16em", ".32em");
        if (preferences.is(Setting.BAND, "on")) {
            css.append(BAND);
        }
        if (preferences.is(Setting.POINTER, "large")) {
            css.append("*{cursor:url(").append(pointer).append(") 4 4,auto!important}");
        }
        if (preferences.is(Setting.LAYOUT, "simple")) {
            css.append(SIMPLE);
        }
        if (preferences.is(Setting.LINKS, "underlined")) {
            css.append("a,a *{text-decoration:underline 2px!important}");
        }
        if (preferences.is(Setting.MOTION, "off")) {
            css.append(
                    "*,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}");
        }
        if (preferences.is(Setting.SLASH, "on")) {
            // Read by the script.
            css.append(":root{--slash-on:1}");
        }
        if (preferences.isElder()) {
            css.append(".elder{display:none}.elder-off{display:list-item}");
        }
        return css.toString();
    }

    private static void spacing(
            StringBuilder css, String property, String choice, String wide, String wider) {
        if (!choice.equals("normal")) {
            css.append("body,body *:not(.mark){")
                    .append(property)
                    .append(':')
                    .append(choice.equals("wide") ? wide : wider)
                    .append("!important}");
        }
    }

    /// Two rules with a line's room between them; `--band` is where a script puts it.
    private static final String BAND =
            "@media screen{:root{--band-on:1}body::after{content:\"\";position:fixed;inset-inline:0;top:var(--band-at,38vh);height:4.5em;"
                    + "border-block:6px double var(--ink);pointer-events:none;z-index:8}}";

    /// One column, nothing beside the text.
    private static final String SIMPLE =
            ".page{container-type:normal}.wrap{max-inline-size:44rem}:root{--gutter:0rem}"
                    + "th,td:not(.n){overflow-wrap:anywhere}.paving{padding:0}.paving::before,.paving::after{display:none}";
}
