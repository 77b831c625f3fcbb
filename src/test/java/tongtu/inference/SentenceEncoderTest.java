package tongtu.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceEncoderTest {
    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void textsOfLikeMeaningAreNear() throws Exception {
        try (var encoder = SentenceEncoder.open()) {
            var asked = encoder.encode("家里卫生间装扶手有补助吗");
            var near = encoder.encode("家庭无障碍改造的补贴");
            var far = encoder.encode("法律援助机构应当自收到申请之日起七日内进行审查");
            assertEquals(SentenceEncoder.DIMENSIONS, asked.length);
            assertEquals(1, likeness(asked, asked), 1e-4);
            assertTrue(likeness(asked, near) > likeness(asked, far) + 0.1);
        }
    }

    @Test
    void anyTextHasAMeaning() throws Exception {
        try (var encoder = SentenceEncoder.open()) {
            for (var text :
                    new String[] {"", " ", "\ud800", "字".repeat(100_000), "\u202e\u0000", "🦽"}) {
                assertEquals(1, likeness(encoder.encode(text), encoder.encode(text)), 1e-3);
            }
        }
    }

    /// ONNX Runtime 1.29.0 gives each user a number, kept in the home folder, to report to its
    /// maker with, and dies where the command line is long (decision 004).
    @Test
    void nothingIsReportedAndALongCommandLineIsNoMatter(@TempDir Path home) throws Exception {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.home=" + home,
                        "-Dlong=" + "a".repeat(100_000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenEncoder.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("ORT_"));
        builder.environment().remove("CI");
        builder.environment().remove("XDG_CACHE_HOME");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("length 512"), said);
        assertFalse(Files.exists(home.resolve(".cache/Microsoft")), "a number to report with");
    }
}
