import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Writes policies of generated Chinese text: `java Texts.java FOLDER COUNT PARAGRAPHS`. The same
/// numbers give the same bytes. Both Tongtu and Hugo read them.
public final class Texts {
    private static final String[] WORDS = {
        "残疾人", "康复", "服务", "辅助器具", "补贴", "标准", "由", "县级", "人民政府", "规定", "并", "向社会", "公布", "申请", "应当",
        "材料", "审核", "无障碍", "改造", "家庭", "就业", "培训", "教育", "保障", "机构", "按照", "有关", "办理", "期限", "工作日"
    };
    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private Texts(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int paragraphs = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve("p" + i + ".md"), new Texts(i).document(i, count, paragraphs));
        }
    }

    private String document(int number, int count, int paragraphs) {
        text.append("---\ntitle: 第 %d 号文件\nkind: policy\nissuer: 样例机关\npublished: 2026-01-%02d\neffective: 2026-02-01\ntopics: [样例]\n---\n".formatted(number, 1 + number % 28));
        for (int i = 0; i < paragraphs; i++) {
            if (i % 5 == 0) {
                text.append("\n## 第%d部分 ".formatted(i / 5 + 1)).append(words(3)).append("\n\n");
            }
            switch (i % 10) {
                case 3 -> text.append("- ").append(sentence()).append("\n- ").append(sentence()).append("\n- **").append(words(2)).append("**：").append(sentence()).append("\n\n");
                case 7 -> text.append("| 指标 | 2020 年 | 2025 年 |\n| --- | --- | --- |\n| ").append(words(2)).append(" | 60% | 68% |\n| ").append(words(2)).append(" | 90% | 96% |\n\n");
                case 9 -> text.append(sentence()).append("见[").append(words(2)).append("](p").append(random.nextInt(count)).append(".md)。\n\n");
                default -> text.append(sentence()).append(sentence()).append(sentence()).append("\n\n");
            }
        }
        return text.toString();
    }

    private String sentence() {
        return words(6 + random.nextInt(8)) + "，" + words(4 + random.nextInt(6)) + "。";
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
