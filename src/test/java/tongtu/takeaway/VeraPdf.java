package tongtu.takeaway;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What veraPDF finds wrong with a PDF.
final class VeraPdf {
    private static final Isolated LIBRARY = new Isolated("verapdf");

    private VeraPdf() {}

    /// The failed checks of a flavour (`ua1`, `3a`), none when the file conforms.
    static List<String> failures(byte[] pdf, String flavour) throws Exception {
        return LIBRARY.run(loader -> {
            loader.loadClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider")
                    .getMethod("initialise")
                    .invoke(null);
            var flavours = loader.loadClass("org.verapdf.pdfa.flavours.PDFAFlavour");
            var wanted = flavours.getMethod("byFlavourId", String.class).invoke(null, flavour);
            var foundries = loader.loadClass("org.verapdf.pdfa.Foundries");
            var foundry = foundries.getMethod("defaultInstance").invoke(null);
            var foundryType = loader.loadClass("org.verapdf.pdfa.VeraPDFFoundry");
            var parserType = loader.loadClass("org.verapdf.pdfa.PDFAParser");
            var parser =
                    foundryType
                            .getMethod("createParser", InputStream.class, flavours)
                            .invoke(foundry, new ByteArrayInputStream(pdf), wanted);
            try (var _ = (AutoCloseable) parser) {
                var validator =
                        foundryType
                                .getMethod("createValidator", flavours, boolean.class)
                                .invoke(foundry, wanted, false);
                var result =
                        loader.loadClass("org.verapdf.pdfa.PDFAValidator")
                                .getMethod("validate", parserType)
                                .invoke(validator, parser);
                return failures(result, loader);
            }
        });
    }

    private static List<String> failures(Object result, ClassLoader loader) throws Exception {
        var type = loader.loadClass("org.verapdf.pdfa.results.ValidationResult");
        var failures = new ArrayList<String>();
        var assertions = (Collection<?>) type.getMethod("getTestAssertions").invoke(result);
        assertions.forEach(each -> failures.add(each.toString()));
        boolean conforms = (Boolean) type.getMethod("isCompliant").invoke(result);
        if (!conforms && failures.isEmpty()) {
            failures.add("does not conform");
        }
        return failures;
    }
}
