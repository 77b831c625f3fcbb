package tongtu.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    @Test
    void whatIsChosenComesBackFromItsText() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var chosen = new EnumMap<Setting, Setting.Choice>(Setting.class);
            for (var setting : Setting.values()) {
                chosen.put(
                        setting, setting.choices().get(random.nextInt(setting.choices().size())));
            }
            var preferences = new Preferences(chosen);
            assertEquals(preferences, Preferences.of(preferences.text()));
            assertTrue(preferences.text().length() <= Preferences.LONGEST);
            assertTrue(preferences.text().matches("[a-z0-9.-]*"));
        }
    }

    @Test
    void theUsualIsEmpty() {
        assertEquals("", Preferences.NONE.text());
        assertEquals(Preferences.NONE, Preferences.of("text-100.scheme-system"));
        assertEquals("", PreferenceSheet.css(Preferences.NONE, "/p.svg"));
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        assertEquals(
                "text-150",
                Preferences.of("..-.text.text-999.nothing-x.text-150.<script>.text-").text());
        assertEquals("", Preferences.of("x".repeat(1_000_000)).text());
    }

    @Test
    void elderModeSetsSeveral() {
        assertEquals("150", Preferences.ELDER.get(Setting.TEXT).name());
        assertEquals(7, Preferences.ELDER.chosen().size());
    }

    @Test
    void everyChoiceChangesTheSheetAndNothingElseStandsInIt() {
        for (var setting : Setting.values()) {
            for (var choice : setting.choices().subList(1, setting.choices().size())) {
                var css =
                        PreferenceSheet.css(
                                Preferences.of(setting.key() + "-" + choice.name()), "/p.svg");
                assertTrue(!css.isEmpty(), setting + " " + choice);
                assertEquals(
                        css.chars().filter(c -> c == '{').count(),
                        css.chars().filter(c -> c == '}').count());
                assertTrue(css.length() < 900, setting + " " + css.length());
            }
        }
    }

    /// Text on its grounds (7:1) and edges of controls (3:1), in every scheme.
    @Test
    void everySchemeHasTheContrastItPromises() {
        for (var scheme : Scheme.values()) {
            for (var ground : List.of("paper", "stone")) {
                for (var text : List.of("ink", "ink-2", "link", "visited", "heed")) {
                    atLeast(7, scheme, text, ground);
                }
                atLeast(3, scheme, "edge", ground);
            }
            atLeast(7, scheme, "on-action", "action");
            atLeast(7, scheme, "on-band", "band");
            atLeast(7, scheme, "on-deep", "deep");
            atLeast(7, scheme, "on-paving", "paving");
        }
    }

    private static void atLeast(double wanted, Scheme scheme, String one, String other) {
        double ratio =
                ratio(
                        scheme.colours().getOrDefault(one, ""),
                        scheme.colours().getOrDefault(other, ""));
        assertTrue(ratio >= wanted, "%s: %s on %s is %.2f".formatted(scheme, one, other, ratio));
    }

    /// Contrast as WCAG 2.2 defines it.
    private static double ratio(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        var hex =
                colour.length() == 4
                        ? ""
                                + colour.charAt(1)
                                + colour.charAt(1)
                                + colour.charAt(2)
                                + colour.charAt(2)
                                + colour.charAt(3)
                                + colour.charAt(3)
                        : colour.substring(1);
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            luminance +=
                    weights[i]
                            * (part <= 0.04045
                                    ? part / 12.92
                                    : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }

    /// A property that is used and not defined makes a browser fall back without a word.
    @Test
    void theStyleSheetUsesOnlyWhatEachSchemeDefines() throws java.io.IOException {
        var css = java.nio.file.Files.readString(java.nio.file.Path.of("static/css/tongtu.css"));
        var used = java.util.regex.Pattern.compile("var\\(--([a-z0-9-]+)\\)").matcher(css);
        var defined =
                java.util.regex.Pattern.compile("--([a-z0-9-]+):")
                        .matcher(css)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        var dark =
                css.substring(
                        css.indexOf("prefers-color-scheme: dark"), css.indexOf("@layer base"));
        while (used.find()) {
            var name = used.group(1);
            assertTrue(defined.contains(name), name);
            if (Scheme.LIGHT.colours().containsKey(name)) {
                assertTrue(dark.contains("--" + name + ":"), name + " in the dark");
                for (var scheme : Scheme.values()) {
                    assertTrue(scheme.colours().containsKey(name), name + " in " + scheme);
                }
            }
        }
        // The sheet's light and dark are those of the schemes.
        for (var colour : Scheme.DARK.colours().entrySet()) {
            if (dark.contains("--" + colour.getKey() + ":")) {
                assertTrue(
                        dark.contains("--" + colour.getKey() + ": " + colour.getValue()),
                        colour.toString());
            }
        }
    }
}
