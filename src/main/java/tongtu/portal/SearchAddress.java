package tongtu.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.search.Facet;
import tongtu.search.Filters;
import tongtu.search.Question;
import tongtu.web.Form;

/// The address of a search:
/// `/search?q=…&kind=…&topic=…&issuer=…&year=…&validity=…&from=…&to=…&page=…`. Everything in it is
/// looked at, nothing is refused: what makes no sense is left out. `from` and `to` are as typed;
/// `hasBadDates` says that they make no sense.
record SearchAddress(
        Question question, String language, String from, String to, boolean hasBadDates) {
    static final String SEARCH = "/search";
    private static final int LONGEST_VALUE = 100;

    static SearchAddress of(Form query) {
        var values = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            var value = query.get(facet.key());
            if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
                values.put(facet, value);
            }
        }
        var typedFrom = typed(query.get("from"));
        var typedTo = typed(query.get("to"));
        var from = Dates.typed(typedFrom, false);
        var to = Dates.typed(typedTo, true);
        boolean isBad =
                (from == null && !typedFrom.isEmpty())
                        || (to == null && !typedTo.isEmpty())
                        || (from != null && to != null && to.isBefore(from));
        var filters = new Filters(values, isBad ? null : from, isBad ? null : to);
        var language = query.get("lang").equals("en") ? "en" : "zh-CN";
        return new SearchAddress(
                new Question(query.get("q").strip(), filters, page(query.get("page"))),
                language,
                typedFrom,
                typedTo,
                isBad);
    }

    private static String typed(String date) {
        return date.length() > LONGEST_VALUE ? date.substring(0, LONGEST_VALUE) : date.strip();
    }

    private static int page(String written) {
        int page = written.matches("[0-9]{1,5}") ? Integer.parseInt(written) : 1;
        return Math.clamp(page, 1, Question.LAST_PAGE);
    }

    SearchAddress with(String words) {
        return with(new Question(words, question.filters(), 1));
    }

    SearchAddress with(Filters filters) {
        return with(new Question(question.words(), filters, 1));
    }

    SearchAddress at(int page) {
        return with(new Question(question.words(), question.filters(), page));
    }

    SearchAddress in(String other) {
        return new SearchAddress(question, other, from, to, hasBadDates);
    }

    private SearchAddress with(Question other) {
        return new SearchAddress(other, language, from, to, hasBadDates);
    }

    /// What the address says besides the words and the page.
    List<SearchBox.Kept> kept(boolean withWords, boolean withDates, boolean withValues) {
        var kept = new ArrayList<SearchBox.Kept>();
        var filters = question.filters();
        if (withWords) {
            kept.add(new SearchBox.Kept("q", question.words()));
        }
        if (withValues) {
            for (var value : new java.util.TreeMap<>(filters.values()).entrySet()) {
                kept.add(new SearchBox.Kept(value.getKey().key(), value.getValue()));
            }
        }
        if (withDates) {
            add(kept, "from", filters.from());
            add(kept, "to", filters.to());
        }
        if (language.equals("en")) {
            kept.add(new SearchBox.Kept("lang", "en"));
        }
        return kept;
    }

    private static void add(List<SearchBox.Kept> kept, String name, @Nullable LocalDate date) {
        if (date != null) {
            kept.add(new SearchBox.Kept(name, date.toString()));
        }
    }

    /// As an address of `path`.
    String address(String path) {
        var address = new StringBuilder(path);
        for (var each : kept(!question.words().isEmpty(), true, true)) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(each.name())
                    .append('=')
                    .append(Addresses.encoded(each.value()).replace("/", "%2F"));
        }
        if (question.page() > 1) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append("page=")
                    .append(question.page());
        }
        return address.toString();
    }

    String address() {
        return address(SEARCH);
    }

    Map<Facet, String> values() {
        return question.filters().values();
    }
}
