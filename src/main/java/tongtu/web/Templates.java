package tongtu.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Views to HTML. Every value is escaped; a name that a view has not is an error.
public final class Templates {
    private final PebbleEngine engine;

    /// `assets` gives the address of a file of the folder `static`.
    public Templates(Assets assets) {
        var loader = new ClasspathLoader();
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        engine =
                new PebbleEngine.Builder()
                        .loader(loader)
                        .strictVariables(true)
                        .autoEscaping(true)
                        .extension(new AssetFunction(assets))
                        .build();
    }

    public String render(View view) {
        var out = new StringWriter(32_768);
        try {
            engine.getTemplate(name(view.getClass())).evaluate(out, Map.of("view", view));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// The template of a view: `tongtu.portal.DocumentPage` is `portal/document-page`.
    static String name(Class<?> view) {
        var room = view.getPackageName().substring(view.getPackageName().lastIndexOf('.') + 1);
        var name =
                view.getSimpleName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT);
        return room + "/" + name;
    }

    private static final class AssetFunction extends AbstractExtension implements Function {
        private final Assets assets;

        AssetFunction(Assets assets) {
            this.assets = assets;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("asset", this);
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public @Nullable Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return assets.address(String.valueOf(arguments.get("name")));
        }
    }
}
