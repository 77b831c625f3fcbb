package tongtu.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about a document apart from its text. An empty string or list, or no date, is 未公布:
/// never guessed.
public record FrontMatter(
        String title,
        Kind kind,
        String language,
        List<String> summary,
        String indexNumber,
        String documentNumber,
        List<String> issuer,
        @Nullable LocalDate issued,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate expires,
        Standing standing,
        List<String> topics,
        String region,
        String source,
        @Nullable LocalDate reviewBy,
        List<String> contacts,
        List<Relation> relations,
        @Nullable Emergency emergency) {
    public FrontMatter {
        summary = List.copyOf(summary);
        issuer = List.copyOf(issuer);
        topics = List.copyOf(topics);
        contacts = List.copyOf(contacts);
        relations = List.copyOf(relations);
        if (title.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a document without title or language");
        }
        if (effective != null && expires != null && expires.isBefore(effective)) {
            throw new IllegalArgumentException("expires before it is effective");
        }
    }
}
