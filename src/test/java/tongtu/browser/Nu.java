package tongtu.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;

/// The Nu HTML checker, in process, on the bytes of a page.
final class Nu {
    /// Its schemas need more stack than our tests are given.
    private static final long STACK = 64L << 20;

    /// What Nu advises against and pages do all the same.
    private static final List<String> ALLOWED =
            List.of(
                    // Safari takes a list without markers for none, unless its role says so.
                    "The “list” role is unnecessary for element “ul”.");

    private Nu() {}

    /// Its messages: errors and warnings, none for a good page.
    static List<String> faults(byte[] page) throws Exception {
        var work = new FutureTask<>(() -> check(page));
        new Thread(null, work, "nu", STACK).start();
        return work.get();
    }

    private static List<String> check(byte[] page) throws Exception {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        var answer =
                new ObjectMapper().readTree(validator.validate(new ByteArrayInputStream(page)));
        var faults = new ArrayList<String>();
        for (var message : answer.path("messages")) {
            if (ALLOWED.contains(message.path("message").asText())) {
                continue;
            }
            faults.add(
                    message.path("type").asText()
                            + message.path("subType").asText()
                            + " at line "
                            + message.path("lastLine").asText()
                            + ": "
                            + message.path("message").asText()
                            + " "
                            + message.path("extract").asText());
        }
        if (!answer.has("messages")) {
            faults.add("Nu did not run");
        }
        return faults;
    }
}
