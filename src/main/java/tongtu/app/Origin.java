package tongtu.app;

import java.nio.file.Path;

/// Where a value was written. The nearer to the person who starts the program, the stronger:
/// command line, environment, file, default.
sealed interface Origin {
    /// In words, for a key: `命令行 --port`.
    String of(Key<?> key);

    record CommandLine() implements Origin {
        @Override
        public String of(Key<?> key) {
            return "命令行 " + key.option();
        }
    }

    record Environment() implements Origin {
        @Override
        public String of(Key<?> key) {
            return "环境变量 " + key.variable();
        }
    }

    record File(Path file, int line) implements Origin {
        @Override
        public String of(Key<?> key) {
            return "配置文件 " + ConfigFile.at(file, line) + "的 " + key.name();
        }
    }

    record Default() implements Origin {
        @Override
        public String of(Key<?> key) {
            return "默认";
        }
    }
}
