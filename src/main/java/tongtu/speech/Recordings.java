package tongtu.speech;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongtu.document.BlockId;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;
import tongtu.document.Hash;

/// Sections that a person read: `recordings.tsv` in the content folder, `path TAB section TAB file
/// TAB who speaks` a line (`policies/plan TAB abcd2345 TAB media/plan-1.wav TAB 张三`). They are
/// heard instead of any voice.
public record Recordings(Map<String, List<Recording>> byPath, List<Finding> findings) {
    public static final String FILE = "recordings.tsv";
    public static final Recordings NONE = new Recordings(Map.of(), List.of());

    /// Lines of the file.
    private static final int MOST = 5_000;

    private static final int CELLS = 4;

    public Recordings {
        byPath = Map.copyOf(byPath);
        findings = List.copyOf(findings);
    }

    public List<Recording> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    public static Recordings read(Path content) throws IOException {
        var file = content.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        var byPath = new HashMap<String, List<Recording>>();
        var findings = new ArrayList<Finding>();
        int number = 0;
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            return new Recordings(Map.of(), List.of(finding(0, "文件不是 UTF-8，没有读。", "另存为 UTF-8。")));
        }
        for (var line : lines) {
            number++;
            if (number > MOST) {
                findings.add(finding(number, "录音太多，从这里起没有读。", "最多 " + MOST + " 行。"));
                break;
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                line(content, line, number, byPath, findings);
            }
        }
        return new Recordings(byPath, findings);
    }

    private static void line(
            Path content,
            String line,
            int number,
            Map<String, List<Recording>> byPath,
            List<Finding> findings)
            throws IOException {
        var cells = line.strip().split("\t", -1);
        if (cells.length != CELLS || !BlockId.isValid(cells[1].strip())) {
            findings.add(finding(number, "这一行看不懂。", "写成「文件的路径、标题的编号、录音文件、谁读的」四栏，栏与栏之间按一次 Tab 键。"));
            return;
        }
        Path sound;
        try {
            sound = content.resolve(cells[2].strip()).normalize();
        } catch (InvalidPathException e) {
            findings.add(finding(number, "录音文件的路径写错了。", "写内容文件夹里的路径。"));
            return;
        }
        var fault = sound.startsWith(content.normalize()) ? Recording.fault(sound) : "录音文件不在内容文件夹里";
        if (!fault.isEmpty()) {
            findings.add(finding(number, fault + "：" + cells[2].strip() + "。", "核对文件；录音用 WAV 格式。"));
            return;
        }
        byPath.computeIfAbsent(cells[0].strip(), _ -> new ArrayList<>())
                .add(
                        new Recording(
                                cells[1].strip(),
                                sound,
                                cells[3].strip(),
                                Hash.of(
                                        sound
                                                + " "
                                                + Files.size(sound)
                                                + " "
                                                + Files.getLastModifiedTime(sound))));
    }

    private static Finding finding(int line, String message, String remedy) {
        return new Finding("recordings/line", Severity.ERROR, FILE, line, message, remedy);
    }
}
