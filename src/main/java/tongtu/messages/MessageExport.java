package tongtu.messages;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages for other programs, one after the other, so that any number of them can be written.
public sealed interface MessageExport {
    void begin(Appendable out) throws IOException;

    void write(Message message, Appendable out) throws IOException;

    void end(Appendable out) throws IOException;

    /// For people, in a spreadsheet: RFC 4180 in UTF-8 with its mark, or some programs take it for
    /// another encoding. A cell that a spreadsheet would compute begins with `'`.
    record Csv(ZoneId zone) implements MessageExport {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        private static final List<String> HEAD =
                List.of(
                        "回执号",
                        "种类",
                        "状态",
                        "收到时间",
                        "页面",
                        "位置编号",
                        "要的格式",
                        "内容",
                        "联系方式",
                        "联系方式删除时间",
                        "语言",
                        "答复",
                        "答复时间");

        @Override
        public void begin(Appendable out) throws IOException {
            out.append('\ufeff');
            row(HEAD, out);
        }

        @Override
        public void write(Message message, Appendable out) throws IOException {
            var draft = message.draft();
            var answer = message.answer();
            row(
                    List.of(
                            message.receipt().grouped(),
                            draft.kind().label(),
                            message.state().label(),
                            time(message.receivedAt()),
                            draft.page(),
                            draft.block(),
                            draft.format() == null ? "" : draft.format().label(),
                            draft.words(),
                            draft.contact(),
                            time(message.contactDeletedAt()),
                            draft.language(),
                            answer == null ? "" : answer.words(),
                            answer == null ? "" : time(answer.at())),
                    out);
        }

        @Override
        public void end(Appendable out) {}

        private String time(@Nullable Instant instant) {
            return instant == null ? "" : TIME.format(instant.atZone(zone));
        }

        private static void row(List<String> cells, Appendable out) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                out.append(i == 0 ? "\"" : ",\"");
                out.append(harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
            }
            out.append("\r\n");
        }

        private static String harmless(String cell) {
            return !cell.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0
                    ? "'" + cell
                    : cell;
        }
    }

    /// For programs: one array of objects (RFC 8259). What is not there is left out.
    final class Json implements MessageExport {
        private boolean isFirst = true;

        @Override
        public void begin(Appendable out) throws IOException {
            out.append('[');
        }

        @Override
        public void write(Message message, Appendable out) throws IOException {
            out.append(isFirst ? "\n{" : ",\n{");
            isFirst = false;
            var draft = message.draft();
            field("receipt", message.receipt().digits(), out);
            field("kind", name(draft.kind()), out);
            field("state", name(message.state()), out);
            field("receivedAt", message.receivedAt(), out);
            field("language", draft.language(), out);
            field("page", draft.page(), out);
            field("block", draft.block(), out);
            field("format", draft.format() == null ? "" : name(draft.format()), out);
            field("words", draft.words(), out);
            field("contact", draft.contact(), out);
            field("contactDeletedAt", message.contactDeletedAt(), out);
            var answer = message.answer();
            field("answer", answer == null ? "" : answer.words(), out);
            field("answeredAt", answer == null ? null : answer.at(), out);
            out.append('}');
        }

        @Override
        public void end(Appendable out) throws IOException {
            out.append("\n]\n");
        }

        private static String name(Enum<?> constant) {
            return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private static void field(String name, @Nullable Instant value, Appendable out)
                throws IOException {
            field(name, value == null ? "" : value.toString(), out);
        }

        private static void field(String name, String value, Appendable out) throws IOException {
            if (value.isEmpty()) {
                return;
            }
            // The receipt comes first and is always there.
            out.append(name.equals("receipt") ? "\"" : ",\"").append(name).append("\":\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '"', '\\' -> out.append('\\').append(c);
                    case '\n' -> out.append("\\n");
                    case '\t' -> out.append("\\t");
                    default ->
                            out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
            out.append('"');
        }
    }
}
