package tongtu.portal;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tongtu.preferences.Preferences;
import tongtu.web.Assets;
import tongtu.web.Prebuilt;
import tongtu.web.Templates;

/// The component gallery: every example of every view, as files.
public final class Gallery {
    private Gallery() {}

    /// Writes it; how many files.
    public static int write(ExportFolder folder, Assets assets, Templates templates)
            throws IOException {
        var served = new TreeMap<>(assets.byAddress());
        Examples.all()
                .forEach((address, view) ->
                        served.put(address, Prebuilt.page(templates.render(view))));
        served.put("/", Prebuilt.page(templates.render(Examples.gallery())));
        // Where the examples lead is not here.
        var files =
                new StaticExport(served, Map.of(), "https://tongtu.example", Preferences.NONE)
                        .files();
        folder.write(files, (_, _) -> {});
        return files.size();
    }
}
