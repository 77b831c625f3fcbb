package tongtu.intake;

import java.util.List;

/// A text understood: its title, what it says of itself, its pieces in order. `escaped` says that
/// its words are plain and not Markdown already.
record Draft(Piece.Heading title, About about, List<Piece> pieces, boolean escaped) {
    Draft {
        pieces = List.copyOf(pieces);
    }

    /// Writes it as a Markdown file.
    Result write(String file) {
        var result = new Result(file);
        about.write(result);
        Guesses.unknown(about, result);
        result.line("# " + heading(title.words()), title.line(), title.remarks());
        Piece before = title;
        for (var piece : pieces) {
            if (!(before instanceof Piece.Item && piece instanceof Piece.Item)) {
                result.blank();
            }
            write(piece, result);
            before = piece;
        }
        return result;
    }

    private void write(Piece piece, Result result) {
        switch (piece) {
            case Piece.Heading(var line, var level, var words, var remarks) ->
                    result.line("#".repeat(level) + " " + heading(words), line, remarks);
            case Piece.Paragraph(var line, var words, var remarks) ->
                    result.line(escaped ? Escape.paragraph(words) : words, line, remarks);
            case Piece.Item(var line, var words, var remarks) ->
                    result.line("- " + (escaped ? Escape.paragraph(words) : words), line, remarks);
            case Piece.Table table -> table(table, result);
        }
    }

    private String heading(String words) {
        return escaped ? Escape.heading(words) : words;
    }

    private static void table(Piece.Table table, Result result) {
        var header = table.rows().getFirst();
        result.line(row(header), header.line(), List.of());
        result.line("|" + " --- |".repeat(header.cells().size()), header.line(), List.of());
        table.rows().stream().skip(1).forEach(row -> result.line(row(row), row.line(), List.of()));
        if (table.caption().isEmpty()) {
            table.remarks().forEach(remark -> result.remark(remark, header.line()));
        } else {
            result.line("[" + Escape.caption(table.caption()) + "]", table.line(), table.remarks());
        }
    }

    private static String row(Piece.Row row) {
        return "| " + String.join(" | ", row.cells().stream().map(Escape::cell).toList()) + " |";
    }
}
