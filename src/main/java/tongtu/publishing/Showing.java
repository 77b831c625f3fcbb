package tongtu.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;

/// What the desk asks of the public site: how a text would look there, whether its forms are ready,
/// and to show what was published. The site knows nothing of the desk.
public interface Showing {
    /// The page of a document as residents would get it, under a line that says what it is. `as`
    /// asks for it narrow (`narrow`, 320 px) or in strong contrast (`contrast`).
    String page(DocumentFile candidate, String banner, String as);

    /// The style sheet of a look that a preview is asked for in.
    String styles(String as);

    /// The same as it is heard: each utterance in the words that are spoken.
    List<String> heard(DocumentFile candidate);

    /// The same in Braille: each line in print and in cells.
    List<BrailleLine> braille(DocumentFile candidate);

    record BrailleLine(String words, String cells) {}

    /// A document as a file, made now.
    @Nullable FormFile file(DocumentFile candidate, String form) throws IOException;

    /// A form of a document: the file, its type, the name to save it under.
    record FormFile(Path file, String type, String name) {}

    /// Has the forms of a document made that are missing, and says how far they are. `proofs` tell
    /// who proofread it, which stands in all of them.
    Readiness prepare(DocumentFile candidate, List<Proofreading.Proof> proofs);

    /// How far the forms of a document are.
    record Readiness(List<FormState> forms) {
        public Readiness {
            forms = List.copyOf(forms);
        }
    }

    /// A form: its name, how far it is; `group` is what is waited for together (`files`, `speech`).
    record FormState(String name, String group, Progress progress) {}

    /// How far a form is. ABSENT is not made on this site at all.
    enum Progress {
        READY("好了"),
        MAKING("正在做"),
        FAILED("做不成"),
        STALE("是旧版本的"),
        MISSING("还没有做"),
        ABSENT("这个网站不做");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Shows what these files of the content folder hold now, and returns when it can be read and
    /// found.
    void show(Set<Path> files) throws IOException, InterruptedException;

    /// What is shown now; null while nothing is.
    @Nullable Library library();

    /// What is wrong with a text, in itself and against the rest of the site.
    List<Finding> check(DocumentFile candidate);

    /// What is wrong with the site's documents, among them what they say of each other.
    List<Finding> findings();

    /// The forms of what is shown: for each document, by path, its forms.
    List<Shown> forms();

    /// The forms of one document that is shown.
    record Shown(String path, String title, Readiness readiness) {}
}
