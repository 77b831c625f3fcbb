package tongtu.exchange;

import java.util.List;

/// What players need to read a page aloud, for programs. docs/api.md describes it.
public final class SpeechJson {
    private SpeechJson() {}

    /// Somebody who can speak; `language` as in BCP 47.
    public record Speaker(String name, String label, String language) {}

    /// What is said at once. `block` is the id on the page, empty for what stands above the text;
    /// `literal` whether the words stand so in the block; `rest` the silence behind in
    /// milliseconds; `audio` the address of the sound, empty when nobody can say it.
    public record Line(
            String block,
            int number,
            int piece,
            String words,
            boolean isLiteral,
            boolean isHeading,
            int rest,
            String audio,
            boolean isReady) {}

    /// Where a section starts: the number of its first line, from 0.
    public record Part(String block, String title, int level, int from, int to, String place) {}

    public record Script(
            String address,
            String title,
            String language,
            String voice,
            List<Speaker> voices,
            int done,
            int all,
            boolean isCut,
            List<Part> parts,
            List<Line> lines) {
        public Script {
            voices = List.copyOf(voices);
            parts = List.copyOf(parts);
            lines = List.copyOf(lines);
        }
    }

    /// A piece of the words and when it is heard, in characters and milliseconds.
    public record Mark(int start, int end, int from, int to) {}

    public static byte[] script(Script script) {
        return Json.object(json -> {
            json.field("address", script.address()).field("title", script.title());
            json.field("language", script.language()).field("voice", script.voice());
            json.list(
                    "voices",
                    script.voices(),
                    voice ->
                            json.element(() ->
                                    json.field("name", voice.name())
                                            .field("label", voice.label())
                                            .field("language", voice.language())));
            json.field("done", script.done()).field("all", script.all());
            json.field("cut", script.isCut());
            json.list(
                    "parts",
                    script.parts(),
                    part ->
                            json.element(() ->
                                    json.field("block", part.block())
                                            .field("title", part.title())
                                            .field("level", part.level())
                                            .field("from", part.from())
                                            .field("to", part.to())
                                            .field("place", part.place())));
            json.list(
                    "lines",
                    script.lines(),
                    line ->
                            json.element(() ->
                                    json.field("block", line.block())
                                            .field("number", line.number())
                                            .field("piece", line.piece())
                                            .field("words", line.words())
                                            .field("literal", line.isLiteral())
                                            .field("heading", line.isHeading())
                                            .field("rest", line.rest())
                                            .field("audio", line.audio())
                                            .field("ready", line.isReady())));
        });
    }

    /// When each piece of a line's words is heard; `length` is that of the sound.
    public static byte[] timing(int length, List<Mark> marks) {
        return Json.object(json -> {
            json.field("length", length);
            json.list(
                    "marks",
                    marks,
                    mark ->
                            json.element(() ->
                                    json.field("start", mark.start())
                                            .field("end", mark.end())
                                            .field("from", mark.from())
                                            .field("to", mark.to())));
        });
    }

    /// How each word of a line is read.
    public record Read(String written, String said, String pinyin) {}

    public static byte[] readings(String address, List<Read> lines) {
        return Json.object(json -> {
            json.field("address", address);
            json.list(
                    "lines",
                    lines,
                    line ->
                            json.element(() ->
                                    json.field("written", line.written())
                                            .field("said", line.said())
                                            .field("pinyin", line.pinyin())));
        });
    }
}
