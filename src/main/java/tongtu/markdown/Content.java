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
/// file, `files` the outcome of each file, `retired` what was withdrawn or archived, by the path
/// without `.md`; `lexicon` how the site's words are read, `proofreading` who compared which
/// revision with its original.
public record Content(
        SiteDescription site,
        Glossary glossary,
        List<Document> documents,
        Map<String, String> texts,
        Map<String, Parsed> files,
        Map<String, String> moved,
        Map<String, RetiredFile.Retired> retired,
        Lexicon lexicon,
        Proofreading proofreading,
        List<Finding> findings) {
    public Content {
        documents = List.copyOf(documents);
        texts = Map.copyOf(texts);
        files = Map.copyOf(files);
        moved = Map.copyOf(moved);
        retired = Map.copyOf(retired);
        findings = findings.stream().sorted(Finding.BY_PLACE).toList();
    }

    /// The same with another version of one document, or a new one, and those who proofread it: the
    /// site as it would be.
    public Content with(DocumentFile file, List<Proofreading.Proof> proofs) {
        var document = file.parsed().document();
        if (document == null) {
            return this;
        }
        var path = document.path();
        var all = new java.util.ArrayList<Document>();
        documents.stream().filter(each -> !each.path().equals(path)).forEach(all::add);
        all.add(document);
        var otherTexts = new java.util.HashMap<>(texts);
        otherTexts.put(path, file.text());
        var otherFiles = new java.util.HashMap<>(files);
        otherFiles.put(path, file.parsed());
        var still = new java.util.HashMap<>(retired);
        still.remove(path);
        var read = new java.util.ArrayList<>(proofreading.proofs());
        read.addAll(proofs);
        return new Content(
                site,
                glossary,
                all,
                otherTexts,
                otherFiles,
                moved,
                still,
                lexicon,
                new Proofreading(read, proofreading.findings()),
                findings);
    }
}
