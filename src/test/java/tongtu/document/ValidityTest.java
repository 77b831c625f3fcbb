package tongtu.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Document document(
            String path,
            String title,
            String effective,
            String expires,
            Standing standing,
            Relation... relations) {
        var about =
                new FrontMatter(
                        title,
                        Kind.POLICY,
                        "zh-CN",
                        List.of(),
                        "",
                        "",
                        List.of(),
                        null,
                        null,
                        date(effective),
                        date(expires),
                        standing,
                        List.of(),
                        "",
                        "",
                        null,
                        List.of(),
                        List.of(relations),
                        null);
        return new Document(path, "", about, List.of(), List.of(), List.of(), Map.of());
    }

    private static @org.jspecify.annotations.Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static Validity validity(Document document, Document... others) {
        var all = new ArrayList<>(List.of(others));
        all.add(document);
        return new Library(all, Glossary.EMPTY, TODAY).validity(document);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', UNKNOWN",
        "2026-11-25, '', IN_FORCE",
        "2026-11-26, '', NOT_YET",
        "2020-01-01, 2026-11-25, IN_FORCE",
        "2020-01-01, 2026-11-24, EXPIRED",
        "'', 2026-11-24, EXPIRED",
        "'', 2027-01-01, UNKNOWN",
        "2027-01-01, 2028-01-01, NOT_YET"
    })
    void datesDecide(String effective, String expires, Validity expected) {
        for (var standing : Standing.values()) {
            assertEquals(
                    expected, validity(document("policies/a", "甲", effective, expires, standing)));
        }
    }

    @Test
    void thePlanIsADraftWhosePeriodIsOver() {
        var plan = document("policies/plan", "规划", "2021-01-01", "2025-12-31", Standing.DRAFT);
        assertEquals(Validity.EXPIRED, validity(plan));
        assertEquals(Standing.DRAFT, plan.frontMatter().standing());
    }

    @ParameterizedTest
    @CsvSource({
        "REPLACES, 2026-01-01, FINAL, REPEALED",
        "REPLACES, 2026-11-25, FINAL, REPEALED",
        "REPLACES, 2027-01-01, FINAL, IN_FORCE",
        "REPLACES, '', FINAL, IN_FORCE",
        "REPLACES, 2026-01-01, DRAFT, IN_FORCE",
        "AMENDS, 2026-01-01, FINAL, AMENDED",
        "AMENDS, 2027-01-01, FINAL, IN_FORCE",
        "AMENDS, 2026-01-01, DRAFT, IN_FORCE",
        "EXPLAINS, 2026-01-01, FINAL, IN_FORCE",
        "BASIS, 2026-01-01, FINAL, IN_FORCE"
    })
    void anotherDocumentDecidesOnceItIsFinalAndInForce(
            Relation.Type type, String effective, Standing standing, Validity expected) {
        var old = document("policies/old", "旧办法", "2010-01-01", "", Standing.FINAL);
        for (var target : List.of("policies/old", "《旧办法》")) {
            var other =
                    document(
                            "policies/new",
                            "新办法",
                            effective,
                            "",
                            standing,
                            new Relation(type, target));
            assertEquals(expected, validity(old, other), target);
        }
    }

    @Test
    void whatIsRepealedStaysSoWhateverItsDatesSay() {
        var old = document("policies/old", "旧", "2027-01-01", "2030-01-01", Standing.FINAL);
        var other =
                document(
                        "policies/new",
                        "新",
                        "2026-01-01",
                        "",
                        Standing.FINAL,
                        new Relation(Relation.Type.REPLACES, "policies/old"));
        assertEquals(Validity.REPEALED, validity(old, other));
    }

    @Test
    void whatIsAmendedAndOverIsOver() {
        var old = document("policies/old", "旧", "2010-01-01", "2020-01-01", Standing.FINAL);
        var other =
                document(
                        "policies/new",
                        "新",
                        "2015-01-01",
                        "",
                        Standing.FINAL,
                        new Relation(Relation.Type.AMENDS, "policies/old"));
        assertEquals(Validity.EXPIRED, validity(old, other));
    }

    @Test
    void aDocumentDoesNothingToItself() {
        var own =
                document(
                        "policies/a",
                        "甲",
                        "2020-01-01",
                        "",
                        Standing.FINAL,
                        new Relation(Relation.Type.REPLACES, "policies/a"));
        assertEquals(Validity.IN_FORCE, validity(own));
    }

    @Test
    void relationsGoBothWaysAndNameWhatIsNotHeld() {
        var one =
                document(
                        "policies/a",
                        "甲",
                        "",
                        "",
                        Standing.FINAL,
                        new Relation(Relation.Type.BASIS, "《乙》"),
                        new Relation(Relation.Type.PARENT, "《没有的文件》"));
        var two = document("policies/b", "乙", "", "", Standing.FINAL);
        var library = new Library(List.of(one, two), Glossary.EMPTY, TODAY);
        var of = library.related(one);
        assertEquals("乙", of.get(0).title());
        assertNotNull(of.get(0).document());
        assertEquals("没有的文件", of.get(1).title());
        assertNull(of.get(1).document());
        assertEquals(Relation.Type.BASIS.inverseLabel(), library.related(two).getFirst().label());
        assertEquals("甲", library.related(two).getFirst().title());
    }
}
