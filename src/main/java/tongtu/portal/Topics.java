package tongtu.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.Document;

/// Documents by their first topic. The topics with most documents come first; guides through what
/// happens in a life (一件事) before all others, and what has no topic last.
final class Topics {
    /// The topic of life-event guides.
    static final String LIFE_EVENTS = "一件事";

    static final String NONE = "";

    /// Documents of one kind that are better read by topic.
    private static final int MANY = 12;

    private Topics() {}

    static Map<String, List<Document>> of(List<Document> documents) {
        var byTopic = new LinkedHashMap<String, List<Document>>();
        for (var document : documents) {
            var topics = document.frontMatter().topics();
            var topic = topics.isEmpty() ? NONE : topics.getFirst();
            byTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(document);
        }
        var ordered = new LinkedHashMap<String, List<Document>>();
        byTopic.entrySet().stream()
                .sorted(ORDER)
                .forEach(topic -> ordered.put(topic.getKey(), topic.getValue()));
        return ordered;
    }

    private static final Comparator<Map.Entry<String, List<Document>>> ORDER =
            Comparator.comparing((Map.Entry<String, List<Document>> topic) ->
                            !topic.getKey().equals(LIFE_EVENTS))
                    .thenComparing(topic -> topic.getKey().equals(NONE))
                    .thenComparingInt(topic -> -topic.getValue().size())
                    .thenComparing(Map.Entry::getKey);

    /// Whether these documents are listed topic by topic.
    static boolean divide(List<Document> documents) {
        return documents.size() > MANY
                && documents.stream().anyMatch(each -> !each.frontMatter().topics().isEmpty());
    }

    /// An id on the list's page; ids have no spaces (HTML Living Standard, 3.2.6).
    static String id(String topic) {
        return topic.equals(NONE) ? "topic-none" : "topic-" + topic.replaceAll("\\s", "-");
    }
}
