package tongtu.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Reads JSON Lines: an object on each line. Of each object the fields that are text or numbers are
/// given, by name; what is nested is left out.
public final class JsonRows {
    private static final int LONGEST = 5_000_000;
    private static final int DEEPEST = 20;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LONGEST)
                                    .maxNestingDepth(DEEPEST)
                                    .build())
                    .build();

    /// The text is no JSON, or no object, at a line (from 1).
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;

        Wrong(int line) {
            super("line " + line + " is not an object in braces");
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private JsonRows() {}

    /// Gives each object to `rows`.
    public static void read(InputStream in, Consumer<Map<String, String>> rows)
            throws IOException, Wrong {
        try (var parser = FACTORY.createParser(in)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new Wrong(parser.currentTokenLocation().getLineNr());
                }
                rows.accept(row(parser));
            }
        } catch (JsonProcessingException e) {
            throw new Wrong(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
    }

    private static Map<String, String> row(JsonParser parser) throws IOException {
        var row = new HashMap<String, String>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else {
                row.put(name, parser.getText());
            }
        }
        return row;
    }
}
