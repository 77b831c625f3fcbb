package tongtu.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import tongtu.inference.Weights;

/// The folder of voices on this machine: `TONGTU_VOICES`, else `data/voices`. Tests fetch nothing;
/// one that needs weights is skipped where there are none, and `./check` names it.
public final class InstalledVoices {
    private InstalledVoices() {}

    public static Path folder() {
        var named = System.getenv("TONGTU_VOICES");
        return Path.of(named == null || named.isBlank() ? "data/voices" : named).toAbsolutePath();
    }

    /// The folder, for a test that needs weights.
    public static Path needed() {
        assumeTrue(
                new Weights(folder()).areInstalled(),
                "no voices of Mandarin: ./tongtu voices install");
        return folder();
    }
}
