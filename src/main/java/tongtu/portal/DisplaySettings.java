package tongtu.portal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import tongtu.preferences.PreferenceSheet;
import tongtu.preferences.Preferences;
import tongtu.preferences.Setting;
import tongtu.web.Cookie;
import tongtu.web.CookieLink;
import tongtu.web.Form;
import tongtu.web.Problem;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.RequestPath;
import tongtu.web.Route;

/// How a reader wants pages to look: chosen on a page, kept in one cookie, carried in links, turned
/// into a style sheet that every page names (decision 009).
public final class DisplaySettings {
    public static final String ADDRESS = "/preferences";
    public static final String SHEET = "/preferences.css";

    /// In the query of any page: the settings to take over.
    public static final String PARAMETER = "prefs";

    static final String COOKIE = "display";
    static final Duration KEPT = Duration.ofDays(365);

    private final PublicSite site;
    private final String pointer;
    private final Said said;

    /// `pointer` is the address of the large pointer's picture; `said` has the page read aloud.
    public DisplaySettings(PublicSite site, String pointer, Said said) {
        this.said = said;
        this.site = site;
        this.pointer = pointer;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        SHEET,
                        request -> new Reply.Styles(PreferenceSheet.css(chosen(request), pointer))),
                Route.get(ADDRESS, this::answer));
    }

    public static CookieLink link() {
        return new CookieLink(
                PARAMETER,
                COOKIE,
                (value, present) -> cookie(Preferences.of(present).follow(value)));
    }

    private static Cookie cookie(Preferences preferences) {
        return new Cookie(COOKIE, preferences.text(), preferences.isUsual() ? Duration.ZERO : KEPT);
    }

    private static Preferences chosen(Request request) {
        return Preferences.of(request.cookie(COOKIE));
    }

    private Reply answer(Request request) {
        var around = site.surroundings();
        if (around == null) {
            return new Reply.Refusal(new Problem.Unavailable());
        }
        var query = request.query();
        var from = path(query.get("from"));
        if (!query.get("set").isEmpty()) {
            return saved(chosen(request).follow(query.get("set")), from, query.get("set"));
        }
        if (!query.get("save").isEmpty()) {
            return saved(form(query), from, "saved");
        }
        var page =
                new PreferencesPages(around, said).page(chosen(request), from, query.get("done"));
        return Reply.page(page);
    }

    /// A page of this site that one came from, as characters; empty when it is none.
    private static String path(String from) {
        var path = from.indexOf('%') < 0 ? RequestPath.decoded(Addresses.encoded(from)) : null;
        return path == null ? "" : path;
    }

    private static Preferences form(Form query) {
        var chosen = new EnumMap<Setting, Setting.Choice>(Setting.class);
        for (var setting : Setting.values()) {
            chosen.put(setting, setting.choice(query.get(setting.key())));
        }
        return new Preferences(chosen);
    }

    private static Reply saved(Preferences preferences, String from, String done) {
        var what = done.matches("[a-z-]{1,20}") ? done : "saved";
        return new Reply.Redirect(
                ADDRESS
                        + "?done="
                        + what
                        + (from.isEmpty() ? "" : "&from=" + Addresses.encoded(from)),
                List.of(cookie(preferences)));
    }
}
