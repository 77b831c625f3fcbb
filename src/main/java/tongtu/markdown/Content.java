package tongtu.markdown;

import java.util.List;
import java.util.Map;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Glossary;
import tongtu.document.Proofreading;
import tongtu.document.SiteDescription;
import tongtu.language.Lexicon;

/// What a content folder held at one moment: the last good version of each document, what is wrong
/// with the files, and where documents went that moved. `texts` has the text of each document's
/// file, `files` the outcome of each file, by its path without `.md`; `lexicon` how the site's
/// words are read, `proofreading` who compared which revision with its original.
public record Content(
        SiteDescription site,
        Glossary glossary,
        List<Document> documents,
        Map<String, String> texts,
        Map<String, Parsed> files,
        Map<String, String> moved,
        Lexicon lexicon,
        Proofreading proofreading,
        List<Finding> findings) {
    public Content {
        documents = List.copyOf(documents);
        texts = Map.copyOf(texts);
        files = Map.copyOf(files);
        moved = Map.copyOf(moved);
        findings = findings.stream().sorted(Finding.BY_PLACE).toList();
    }
}
