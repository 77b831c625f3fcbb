package tongtu.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/// A form with files (RFC 7578). What is too large or broken is refused as a whole.
final class Multipart {
    /// Parts of one form.
    private static final int PARTS = Form.FIELDS;

    private Multipart() {}

    /// `most` is how many bytes the body may have.
    static Sent read(Context context, int most) throws IOException {
        if (context.contentLength() > most) {
            return new Sent.Unreadable(new Problem.TooLarge(413));
        }
        var values = new HashMap<String, String>();
        var files = new HashMap<String, Form.Attached>();
        long size = 0;
        try {
            var names = context.formParamMap();
            var uploads = context.uploadedFileMap();
            if (names.size() + uploads.size() > PARTS) {
                return new Sent.Unreadable(new Problem.BadRequest());
            }
            for (var field : names.entrySet()) {
                if (field.getKey().length() <= Form.NAME && !field.getValue().isEmpty()) {
                    values.put(field.getKey(), field.getValue().getFirst());
                    size += field.getValue().getFirst().getBytes(StandardCharsets.UTF_8).length;
                }
            }
            for (var field : uploads.entrySet()) {
                var file = field.getValue().getFirst();
                size += file.size();
                if (size > most) {
                    return new Sent.Unreadable(new Problem.TooLarge(413));
                }
                if (!file.filename().isEmpty()) {
                    try (var in = file.content()) {
                        files.put(
                                field.getKey(),
                                new Form.Attached(file.filename(), in.readNBytes(most)));
                    }
                }
            }
        } catch (RuntimeException e) {
            return new Sent.Unreadable(problem(e));
        }
        return size > most
                ? new Sent.Unreadable(new Problem.TooLarge(413))
                : new Sent.Own(Form.of(values, files));
    }

    /// What Jetty finds wrong comes as a cause of what Javalin throws.
    private static Problem problem(RuntimeException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            var words = String.valueOf(each.getMessage());
            if (words.contains("max length exceeded") || words.contains("too large")) {
                return new Problem.TooLarge(413);
            }
        }
        return new Problem.BadRequest();
    }
}
