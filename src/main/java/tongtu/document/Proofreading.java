package tongtu.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding.Severity;

/// Who compared which revision of a document with its original: `proofread.tsv` in the content
/// folder, `path TAB revision TAB text or braille TAB who TAB date` a line (`policies/plan TAB
/// 804f93bb99bc TAB braille TAB 张三 TAB 2026-11-30`). A revision is named by its first twelve
/// figures or more; of another one it says nothing.
public record Proofreading(List<Proof> proofs, List<Finding> findings) {
    public static final String NAME = "proofread.tsv";
    public static final Proofreading NONE = new Proofreading(List.of(), List.of());

    /// Bytes of the file.
    private static final int BYTES = 2 * 1024 * 1024;

    private static final int CELLS = 5;

    /// What was proofread.
    public enum Medium {
        TEXT,
        BRAILLE
    }

    /// Somebody read one medium of one revision to its end.
    public record Proof(String path, String revision, Medium medium, String who, LocalDate date) {
        /// As a line of the file.
        public String line() {
            return String.join(
                    "\t",
                    path,
                    revision,
                    medium.name().toLowerCase(Locale.ROOT),
                    who,
                    date.toString());
        }
    }

    public Proofreading {
        proofs = List.copyOf(proofs);
        findings = List.copyOf(findings);
    }

    /// The last who proofread a medium of this revision of a document; null when nobody did.
    public @Nullable Proof of(Document document, Medium medium) {
        return proofs.reversed().stream()
                .filter(proof -> proof.path().equals(document.path()))
                .filter(proof -> proof.medium() == medium)
                .filter(proof -> document.revision().startsWith(proof.revision()))
                .findFirst()
                .orElse(null);
    }

    /// Whether somebody proofread a medium of a document at another revision.
    public boolean wasBefore(Document document, Medium medium) {
        return proofs.stream()
                .anyMatch(
                        proof -> proof.path().equals(document.path()) && proof.medium() == medium);
    }

    /// Reads the file of a content folder; without one nobody proofread anything.
    public static Proofreading read(Path content) throws IOException {
        var file = content.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(BYTES + 1));
        }
    }

    /// Reads the bytes of a file. A line with a fault is left out and told.
    public static Proofreading read(byte[] bytes) {
        if (bytes.length > BYTES) {
            return bad(0, "文件大于 2 MB，没有读。", "删去旧的版本。");
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var proofs = new ArrayList<Proof>();
            var findings = new ArrayList<Finding>();
            int number = 0;
            for (var line : text.replace("\ufeff", "").lines().toList()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    var proof = proof(line);
                    if (proof == null) {
                        findings.addAll(
                                bad(
                                                number,
                                                "这一行看不懂。",
                                                "写成「文件的路径、版本号（至少 12 位）、text 或 braille、谁校对的、日期」五栏，"
                                                        + "栏与栏之间按一次 Tab 键；或用命令 ./tongtu proofread 来写。")
                                        .findings());
                    } else {
                        proofs.add(proof);
                    }
                }
            }
            return new Proofreading(proofs, findings);
        } catch (CharacterCodingException e) {
            return bad(0, "文件不是 UTF-8，没有读。", "另存为 UTF-8。");
        }
    }

    private static @Nullable Proof proof(String line) {
        var cells = line.strip().split("\t", -1);
        if (cells.length != CELLS) {
            return null;
        }
        var medium =
                switch (cells[2].strip()) {
                    case "text" -> Medium.TEXT;
                    case "braille" -> Medium.BRAILLE;
                    default -> null;
                };
        if (medium == null || !cells[1].matches("[0-9a-f]{12,64}") || cells[3].isBlank()) {
            return null;
        }
        try {
            return new Proof(
                    cells[0].strip(),
                    cells[1],
                    medium,
                    cells[3].strip(),
                    LocalDate.parse(cells[4].strip()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Proofreading bad(int line, String message, String remedy) {
        return new Proofreading(
                List.of(),
                List.of(
                        new Finding(
                                "proofread/line", Severity.ERROR, NAME, line, message, remedy)));
    }
}
