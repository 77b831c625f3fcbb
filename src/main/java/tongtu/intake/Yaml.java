package tongtu.intake;

/// Words as YAML scalars (1.2.2, 7.3): plain where nothing in them means something, else in double
/// quotes.
final class Yaml {
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`~=<";

    private Yaml() {}

    static String scalar(String words) {
        boolean plain =
                !words.isEmpty()
                        && INDICATORS.indexOf(words.charAt(0)) < 0
                        && words.equals(words.strip())
                        && !words.contains(": ")
                        && !words.contains(" #")
                        && !words.endsWith(":")
                        && words.chars().noneMatch(c -> c < ' ' || c == '\\');
        return plain ? words : quoted(words);
    }

    static String quoted(String words) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
