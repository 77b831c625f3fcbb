package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tongtu.web.View;

class ExamplesTest {
    /// A new view without examples is in no gallery and in no check of it.
    @Test
    void everyViewHasExamples() throws Exception {
        var folder =
                new File(View.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var views = new TreeSet<String>();
        for (var file : Objects.requireNonNull(new File(folder, "tongtu/portal").list())) {
            if (file.endsWith(".class") && file.indexOf('$') < 0) {
                var type = Class.forName("tongtu.portal." + file.replace(".class", ""));
                if (View.class.isAssignableFrom(type)) {
                    views.add(type.getSimpleName());
                }
            }
        }
        var shown = new TreeSet<String>();
        Examples.all().values().forEach(view -> shown.add(view.getClass().getSimpleName()));
        assertEquals(views, shown);
        assertEquals(
                List.copyOf(views),
                Stream.of(Examples.gallery())
                        .flatMap(gallery -> gallery.groups().stream())
                        .map(GalleryPage.Group::name)
                        .sorted()
                        .toList());
    }
}
