package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.database.Database;

class AskedQuestionsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @TempDir Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-20T04:00:00Z"));

    private void ask(AskedQuestions asked, String question, int times, int found) {
        for (int i = 0; i < times; i++) {
            asked.asked(question, found);
        }
        asked.write();
    }

    private void nextDay() {
        now.updateAndGet(each -> each.plus(Duration.ofDays(1)));
    }

    /// Where questions are kept: [AskedQuestionsOnPostgresTest] keeps them elsewhere.
    Database open() {
        return new Database(folder);
    }

    private String onDisk() throws Exception {
        var text = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void aQuestionIsNamedOnceItIsNobodysOwn() throws Exception {
        try (var database = open();
                var asked = AskedQuestions.start(database, now::get)) {
            ask(asked, "外骨骼机器人", 5, 0);
            assertEquals(List.of(), asked.unanswered(LONG_AGO), "asked on one day only");
            assertEquals(1, asked.rare(LONG_AGO));
            assertFalse(onDisk().contains("外骨骼"), "nothing of it is on the disk");
            nextDay();
            ask(asked, "外骨骼 机器人？".replace(" ", "").replace("？", ""), 1, 0);
            var unanswered = asked.unanswered(LONG_AGO);
            assertEquals(1, unanswered.size());
            var question = unanswered.getFirst();
            assertEquals("外骨骼机器人", question.words());
            assertEquals(6, question.asked());
            assertEquals(6, question.withoutResults());
            assertEquals(LocalDate.of(2026, 11, 21), question.last());
        }
    }

    @Test
    void whatLooksLikeAPersonsNumberIsNeverKept() throws Exception {
        try (var database = open();
                var asked = AskedQuestions.start(database, now::get)) {
            for (int day = 0; day < 3; day++) {
                ask(asked, "身份证330421199001011234", 3, 0);
                ask(asked, "电话 138 0000 0000", 3, 0);
                ask(asked, "someone@example.cn", 3, 0);
                ask(asked, "很长".repeat(40), 3, 0);
                nextDay();
            }
            assertEquals(List.of(), asked.unanswered(LONG_AGO));
            assertEquals(0, asked.rare(LONG_AGO));
            assertFalse(onDisk().contains("330421"));
        }
    }

    @Test
    void aQuestionWhoseResultIsOpenedIsAnswered() throws Exception {
        try (var database = open();
                var asked = AskedQuestions.start(database, now::get)) {
            for (int day = 0; day < 2; day++) {
                ask(asked, "轮椅", 2, 9);
                ask(asked, "公园", 2, 4);
                asked.chosen("轮椅");
                asked.write();
                nextDay();
            }
            assertEquals(
                    List.of("公园"),
                    asked.unanswered(LONG_AGO).stream()
                            .map(AskedQuestions.Unanswered::words)
                            .toList());
            assertEquals(List.of(), asked.unanswered(LocalDate.of(2026, 12, 1)));
        }
    }

    @Test
    void aFloodIsBoundedAndTheOldIsForgotten() throws Exception {
        try (var database = open();
                var asked = AskedQuestions.start(database, now::get)) {
            for (int i = 0; i < 2 * AskedQuestions.WAITING; i++) {
                asked.asked("问题第" + i, 0);
            }
            asked.write();
            assertEquals(AskedQuestions.WAITING, asked.rare(LONG_AGO));
            now.updateAndGet(each -> each.plus(Duration.ofDays(AskedQuestions.KEPT_DAYS + 1)));
            ask(asked, "新的", 1, 0);
            assertEquals(1, asked.rare(LONG_AGO));
        }
    }

    @Test
    void countsOutliveARestart() throws Exception {
        try (var database = open()) {
            try (var asked = AskedQuestions.start(database, now::get)) {
                asked.asked("外骨骼", 0);
                asked.asked("外骨骼", 0);
            }
            nextDay();
            try (var asked = AskedQuestions.start(database, now::get)) {
                asked.asked("外骨骼", 0);
            }
            assertTrue(
                    AskedQuestions.reading(database, now::get).unanswered(LONG_AGO).stream()
                            .anyMatch(each -> each.words().equals("外骨骼") && each.asked() == 3));
        }
    }
}
