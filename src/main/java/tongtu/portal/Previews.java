package tongtu.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.braille.BrailleWriter;
import tongtu.braille.Transcriber;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;
import tongtu.speech.Voicing;
import tongtu.takeaway.Form;
import tongtu.takeaway.Forms;

/// Documents that are not shown yet, as they would be: their pages, how they are heard, their
/// Braille and files. What is made for a document here is there when it is shown.
public final class Previews {
    private final PublicSite site;
    private final Takeaway takeaway;
    private final Listening listening;
    private final Voicing voicing;

    public Previews(PublicSite site, Takeaway takeaway, Listening listening, Voicing voicing) {
        this.site = site;
        this.takeaway = takeaway;
        this.listening = listening;
        this.voicing = voicing;
    }

    /// The page of a document; null where it has errors, or nothing is shown yet.
    public @Nullable String page(DocumentFile file) {
        var candidate = site.candidate(file, List.of());
        return candidate == null ? null : site.render(candidate.page());
    }

    /// What is said, a line for each utterance in the words that are spoken.
    public List<String> heard(DocumentFile file) {
        var candidate = site.candidate(file, List.of());
        var document = file.parsed().document();
        if (candidate == null || document == null) {
            return List.of();
        }
        var readings = listening.readings();
        var lines = new ArrayList<String>();
        for (var utterance : listening.script(candidate.around(), document).utterances()) {
            lines.add(
                    utterance.language().startsWith("zh")
                            ? readings.of(utterance.words()).words().replace(" ", "")
                            : utterance.words());
        }
        return lines;
    }

    /// Each line in print, with its cells.
    public List<BraillePage.Line> braille(DocumentFile file) {
        var document = file.parsed().document();
        if (document == null) {
            return List.of();
        }
        var flow = BrailleWriter.flow(document, List.of(), new Transcriber(listening.readings()));
        return flow.lines().stream()
                .map(line -> new BraillePage.Line(line.words(), line.cells(), line.level()))
                .toList();
    }

    /// A form of a document, made now; null where it has errors, or nothing is shown yet.
    public Forms.@Nullable Made file(DocumentFile file, Form form) throws IOException {
        var candidate = site.candidate(file, List.of());
        var document = file.parsed().document();
        return candidate == null || document == null
                ? null
                : takeaway.making().make(candidate.around(), document, form);
    }

    /// How far the forms of a document are that is to be shown: the files that are made and those
    /// that cannot be, and its speech.
    public record Prepared(Map<Form, Boolean> files, Voicing.Progress speech) {
        public Prepared {
            files = Map.copyOf(files);
        }
    }

    /// Has the forms of a document made, with those who proofread it; how far they are. In `files`
    /// stand those that are made (true) and those that cannot be (false).
    public @Nullable Prepared prepare(DocumentFile file, List<Proofreading.Proof> proofs) {
        var candidate = site.candidate(file, proofs);
        var document = file.parsed().document();
        if (candidate == null || document == null) {
            return null;
        }
        var known = takeaway.making().prepare(candidate.around(), document);
        var files = new EnumMap<Form, Boolean>(Form.class);
        known.made().keySet().forEach(form -> files.put(form, true));
        known.failed().forEach(form -> files.put(form, false));
        var speech =
                voicing.isIdle() || !voicing.narrator().speaks(document.frontMatter().language())
                        ? new Voicing.Progress(0, 0, 0, false)
                        : voicing.prepare(
                                document.path(), listening.script(candidate.around(), document));
        return new Prepared(files, speech);
    }

    /// How far the speech of each document is that is shown, by path; where nothing is known yet
    /// there is none.
    public Map<String, Voicing.Progress> speech() {
        var all = new LinkedHashMap<String, Voicing.Progress>();
        var library = site.library();
        if (library != null) {
            for (var document : library.documents()) {
                var track = voicing.known(document.path());
                if (track != null && voicing.narrator().speaks(document.frontMatter().language())) {
                    all.put(document.path(), voicing.progress(track));
                }
            }
        }
        return all;
    }
}
