package tongtu.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tongtu.language.Words;

/// The fields of an entry in the index.
final class Fields {
    /// Of the document: its path, and the mark of the state it was indexed in.
    static final String PATH = "path";

    static final String MARK = "mark";
    static final String PLACE = "place";

    /// Characters and pairs of everything in the entry, with positions.
    static final String GRAMS = "grams";

    /// Its words.
    static final String WORDS = "words";

    /// Characters and pairs of the document's title; of the entry's own heading.
    static final String TITLE = "title";

    static final String HEADING = "heading";

    /// Numbers, as all ways to write them share them.
    static final String FIGURES = "figures";

    /// Document numbers and index numbers.
    static final String NUMBER = "number";

    /// Stems of English pages.
    static final String ENGLISH = "english";

    static final String MEANING = "meaning";

    private static final Analyzer STEMS = new EnglishAnalyzer();
    private static final FieldType WITHOUT_POSITIONS = withoutPositions();

    private Fields() {}

    private static FieldType withoutPositions() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /// An entry as Lucene takes it; `meaning` is its vector when there is one.
    static Document of(Entry entry, String mark, Words words, float @Nullable [] meaning) {
        var title = Analysis.fold(entry.title());
        var headings = entry.headings().stream().map(Analysis::fold).toList();
        var all = new ArrayList<String>();
        all.add(title);
        all.addAll(headings);
        entry.about().forEach(text -> all.add(Analysis.fold(text)));
        entry.units().forEach(unit -> all.add(Analysis.fold(unit.words())));
        var document = new Document();
        document.add(new StringField(PATH, entry.path(), Field.Store.NO));
        document.add(new SortedDocValuesField(PATH, new BytesRef(entry.path())));
        document.add(new BinaryDocValuesField(MARK, new BytesRef(mark)));
        document.add(new BinaryDocValuesField(PLACE, new BytesRef(entry.place())));
        text(document, GRAMS, TextField.TYPE_NOT_STORED, Analysis.grams(all));
        var joined = String.join("\n", all);
        text(document, WORDS, TextField.TYPE_NOT_STORED, Analysis.words(joined, words));
        text(document, TITLE, WITHOUT_POSITIONS, Analysis.grams(List.of(title)));
        var heading = headings.isEmpty() ? title : headings.getLast();
        text(document, HEADING, WITHOUT_POSITIONS, Analysis.grams(List.of(heading)));
        text(document, FIGURES, WITHOUT_POSITIONS, Analysis.figures(joined));
        numbers(entry)
                .forEach(number -> document.add(new StringField(NUMBER, number, Field.Store.NO)));
        if (isEnglish(entry.language())) {
            text(document, ENGLISH, WITHOUT_POSITIONS, stems(joined));
        }
        if (meaning != null) {
            document.add(
                    new KnnFloatVectorField(
                            MEANING, meaning, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    private static boolean isEnglish(String language) {
        return language.equals("en") || language.startsWith("en-");
    }

    private static void text(
            Document document, String field, FieldType type, List<Analysis.Token> tokens) {
        document.add(new Field(field, new Analysis.Stream(tokens), type));
    }

    /// What the top of a document is known by; of its sections, how they are cited: 第29条, 三八3.
    private static List<String> numbers(Entry entry) {
        var document = entry.document();
        if (document == null) {
            return List.of();
        }
        if (entry.source() instanceof Hit.Source.InDocument(_, var section, _, var place)
                && section != null) {
            return place.cited().length() < 2 ? List.of() : List.of(Analysis.place(place.cited()));
        }
        var about = document.frontMatter();
        return List.of(about.documentNumber(), about.indexNumber()).stream()
                .map(Analysis::number)
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /// The stems of English words.
    static List<Analysis.Token> stems(String text) {
        var stems = new ArrayList<Analysis.Token>();
        try (var stream = STEMS.tokenStream(ENGLISH, new StringReader(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(new Analysis.Token(term.toString(), stems.size()));
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be read", e);
        }
        return stems;
    }
}
