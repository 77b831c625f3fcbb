package tongtu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house as docs/architecture.md draws it: its table is this test's input.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("tongtu");
    private static final List<Row> ROWS = rows();

    /// A package, what it may import (`*` is everything), and the libraries that are its alone.
    record Row(String name, Set<String> mayImport, Set<String> libraries) {}

    private static List<Row> rows() {
        var code = Pattern.compile("`([a-z.0-9]+)`");
        try (var lines = Files.lines(Path.of("docs/architecture.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> {
                        var cells = line.split("\\|", -1);
                        var libraries =
                                code.matcher(cells[3])
                                        .results()
                                        .map(found -> found.group(1))
                                        .collect(Collectors.toCollection(TreeSet::new));
                        return new Row(
                                cells[1].replace("`", "").strip(), words(cells[2]), libraries);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> built() {
        return CLASSES.stream()
                .map(type ->
                        type.getPackageName().replaceFirst("^tongtu\\.?", "").split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableNamesEveryPackage() {
        var listed = ROWS.stream().map(Row::name).collect(Collectors.toSet());
        var unlisted = new TreeSet<>(built());
        unlisted.removeAll(listed);
        assertEquals(Set.of(), unlisted, "packages without a row in docs/architecture.md");
        assertTrue(built().contains("document"), "nothing was read");
    }

    @Test
    void aRowNamesOnlyRoomsAboveIt() {
        var above = new ArrayList<String>();
        for (var row : ROWS) {
            var below = new TreeSet<>(row.mayImport());
            below.remove("*");
            below.removeAll(above);
            assertEquals(Set.of(), below, row.name() + " names rooms that are not above it");
            above.add(row.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPackageImportsOnlyWhatItMay() {
        return ROWS.stream()
                .filter(row -> built().contains(row.name()) && !row.mayImport().contains("*"))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> importsOnlyWhatItMay(row)));
    }

    private static void importsOnlyWhatItMay(Row row) {
        var allowed =
                Stream.concat(Stream.of(row.name()), row.mayImport().stream())
                        .map(name -> "tongtu." + name + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("tongtu." + row.name() + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("tongtu..").and(resideOutsideOfPackages(allowed)))
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> aLibraryHasOneHome() {
        return ROWS.stream()
                .flatMap(row ->
                        row.libraries().stream()
                                .map(library ->
                                        DynamicTest.dynamicTest(
                                                library, () -> hasOneHome(library, row))));
    }

    private static void hasOneHome(String library, Row row) {
        noClasses()
                .that()
                .resideOutsideOfPackage("tongtu." + row.name() + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."))
                .check(CLASSES);
    }
}
