package tongtu.takeaway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of a book. `clips` are when its elements are heard, in the sound of `range`; null where
/// it is silent.
record Chapter(
        String name,
        String title,
        String xhtml,
        List<Narration.Clip> clips,
        Narration.@Nullable Range range) {
    String sound() {
        return name.replace(".xhtml", ".mp3");
    }

    String overlay() {
        return name.replace(".xhtml", ".smil");
    }

    int milliseconds() {
        return clips.stream().mapToInt(clip -> clip.to() - clip.from()).sum();
    }
}
