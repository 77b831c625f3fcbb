package tongtu.document;

/// Where words stand, as people refer to it: `cited` in writing («三（八）3»), `spoken` aloud
/// («第三部分（八）第3点»). Both are empty where nothing is numbered.
public record Place(String cited, String spoken) {
    public static final Place NONE = new Place("", "");

    public boolean isNone() {
        return cited.isEmpty();
    }

    Place then(String citedMore, String spokenMore) {
        return new Place(cited + citedMore, spoken + spokenMore);
    }
}
