package tongtu.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A piece of a page for staff. The same few pieces make all of them, so what is right about one
/// (its names, its order, its keys) is right everywhere.
public sealed interface Part {
    /// The name of the piece in the template.
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// A heading; `id` may be empty.
    record Heading(int level, String id, String text) implements Part {}

    /// A paragraph.
    record Words(String text) implements Part {}

    /// Something to heed.
    record Heed(String heading, List<String> lines) implements Part {
        public Heed {
            lines = List.copyOf(lines);
        }
    }

    record Links(List<Link> links) implements Part {
        public Links {
            links = List.copyOf(links);
        }
    }

    /// What is known of something: names and values.
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /// Things one after another: what each is, and what there is to say of it.
    record Items(List<Item> items) implements Part {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Item(Link link, List<String> lines) {
        public Item {
            lines = List.copyOf(lines);
        }
    }

    /// A table; the first cell of a row is its header.
    record Table(String caption, List<String> headers, List<List<Link>> rows) implements Part {
        public Table {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }
    }

    /// A form. `hidden` are fields that nobody fills in; `isUpload` says that it has files.
    record Form(
            String id,
            String action,
            Map<String, String> hidden,
            List<Field> fields,
            List<Button> buttons,
            boolean isUpload)
            implements Part {
        public Form {
            hidden = Map.copyOf(hidden);
            fields = List.copyOf(fields);
            buttons = List.copyOf(buttons);
        }

        /// What the form is called among others: what is written in it, or what it does.
        public String label() {
            return fields.size() == 1 && fields.getFirst().type() == Field.Type.LONG
                    ? fields.getFirst().label()
                    : buttons.getFirst().text();
        }

        public static Form of(
                String id,
                String action,
                Map<String, String> hidden,
                List<Field> fields,
                Button... buttons) {
            return new Form(id, action, hidden, fields, List.of(buttons), false);
        }
    }

    /// A button of a form; `name` and `value` say which it was, both may be empty. One button of a
    /// page is the `main` one.
    record Button(String name, String value, String text, boolean isMain) {
        public static Button main(String text) {
            return new Button("", "", text, true);
        }

        public static Button of(String text) {
            return new Button("", "", text, false);
        }
    }

    /// Some pieces that are shown when somebody wants them.
    record Fold(String summary, List<Part> parts) implements Part {
        public Fold {
            parts = List.copyOf(parts);
        }
    }

    /// A form that the browser's own dialogue about passkeys fills in; without script there is
    /// nothing to see. `isNew` says that one is made, else one is used.
    record Passkey(
            String id,
            String action,
            Map<String, String> hidden,
            List<Field> fields,
            String options,
            boolean isNew,
            String button)
            implements Part {
        public Passkey {
            hidden = Map.copyOf(hidden);
            fields = List.copyOf(fields);
        }
    }

    /// A code for a telephone as a path of SVG in a box of this side, and what it says in words.
    record Picture(String path, int side, String alternative) implements Part {}

    /// The words of a paragraph that was changed: what was taken out, put in, or stayed (`out`,
    /// `in`, `same`), under a line that says what became of it.
    record Change(String line, Link place, List<Spot> spots) implements Part {
        public Change {
            spots = List.copyOf(spots);
        }
    }

    record Spot(String how, String words) {}

    /// Two texts side by side, each under its heading.
    record Sides(String left, String leftText, String right, String rightText) implements Part {}

    /// A text as it stands in its file, line by line with its numbers.
    record Source(List<String> lines) implements Part {
        public Source {
            lines = List.copyOf(lines);
        }

        public static String language(String line) {
            return Field.language(line);
        }

        public List<Line> numbered() {
            return lines.stream().map(line -> new Line(line, language(line))).toList();
        }
    }

    /// A line of a text; `language` is empty where it is Chinese.
    record Line(String text, String language) {}

    /// Letters and figures that are no words.
    record Code(String label, String text) implements Part {}

    /// Where a script says how saving the form of this id goes; empty without script.
    record Status(String id, String address, String form) implements Part {}
}
