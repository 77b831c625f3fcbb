package tongtu.preferences;

import java.util.Map;
import java.util.TreeMap;

/// The colours of a scheme, as custom properties of the site's style sheet. Every pair of text and
/// ground has a contrast of 7:1 or more, edges of controls 3:1 (WCAG 2.2, 1.4.6 and 1.4.11); a test
/// computes them.
public enum Scheme {
    LIGHT(
            "light",
            "paper #fff stone #eef2f1 ink #15212a ink-2 #3a4750 line #b7c2c7 edge #4b5963 link #064a63 visited #5b2a70 heed #8a1c17 action #0b3d4f on-action #fff paving #f5c31d on-paving #15212a relief #8f6d00 rail #15212a bed #f5c31d band #ffeeab on-band #15212a deep #10252e on-deep #fff deep-line #5d737d focus #15212a halo #f5c31d"),
    DARK(
            "dark",
            "paper #11181c stone #1c262c ink #eef0ec ink-2 #c5ced2 line #46545c edge #93a1a9 link #9cd4ea visited #d6b8ea heed #ffb3ab action #bfe3f0 on-action #0d1b22 paving #f0bf2f on-paving #11181c relief #7d5e00 rail #f0bf2f bed #11181c band #40350a on-band #fbf6e2 deep #25323a on-deep #fff deep-line #8496a0 focus #fff halo #b88a00"),
    YELLOW(
            "dark",
            "paper #000 stone #000 ink #ffe600 ink-2 #ffe600 line #ffe600 edge #ffe600 link #fff visited #fff heed #fff action #ffe600 on-action #000 paving #ffe600 on-paving #000 relief #000 rail #ffe600 bed #000 band #ffe600 on-band #000 deep #000 on-deep #ffe600 deep-line #ffe600 focus #fff halo #0050a0"),
    SOFT(
            "light",
            "paper #efe8da stone #e4dccb ink #2c2a26 ink-2 #403d37 line #b9ae98 edge #5b564c link #0e4256 visited #512a5f heed #74201b action #24454f on-action #f7f2e8 paving #dcb23f on-paving #2c2a26 relief #7d6213 rail #2c2a26 bed #dcb23f band #f8dd8c on-band #2c2a26 deep #24353b on-deep #f7f2e8 deep-line #7d8d92 focus #2c2a26 halo #dcb23f");

    private final String ground;

    @SuppressWarnings("ImmutableEnumChecker") // It is not changed after the constructor.
    private final Map<String, String> colours;

    /// `ground` is what the browser's own parts are to look like.
    Scheme(String ground, String colours) {
        this.ground = ground;
        var words = colours.split(" ", -1);
        var read = new TreeMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            read.put(words[i], words[i + 1]);
        }
        this.colours = java.util.Collections.unmodifiableMap(read);
    }

    public Map<String, String> colours() {
        return colours;
    }

    /// The declarations for `:root`.
    String declarations() {
        var css = new StringBuilder("color-scheme:").append(ground).append(';');
        colours.forEach((name, colour) ->
                css.append("--").append(name).append(':').append(colour).append(';'));
        return css.toString();
    }
}
