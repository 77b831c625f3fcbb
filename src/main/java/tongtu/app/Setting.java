package tongtu.app;

import java.nio.file.Path;

/// A value as it was written; `base` is the folder from which a path is meant.
record Setting(Key<?> key, String text, Origin origin, Path base) {
    /// For a person, and for a file: a path is whole, a secret is not shown.
    String shown() {
        if (key.isSecret()) {
            return "（不显示）";
        }
        return key.reading().of(text, base) instanceof Path path
                ? path.toAbsolutePath().normalize().toString()
                : text;
    }

    boolean isFit() {
        return key.reading().of(text, base) != null;
    }

    /// What is wrong with the value and what may be written instead.
    String fault() {
        return key.label()
                + "（"
                + origin.of(key)
                + "）要写 "
                + key.allowed()
                + "，现在是「"
                + shown()
                + "」。";
    }

    @Override
    public String toString() {
        return key.name() + " = " + shown() + " (" + origin.of(key) + ")";
    }
}
