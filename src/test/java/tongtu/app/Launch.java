package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A copy of `./tongtu` in a folder of its own, with a JDK 25 and a Maven that only write down that
/// they were called, so that what the launcher decides can be seen in a blink.
final class Launch {
    private static final int PATIENCE_S = 60;

    final Path home;
    final Path jdk;
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    /// What a run ended with; both outputs in their order.
    record Outcome(int status, String output) {}

    Launch(Path root) throws IOException {
        this.root = root;
        home = Files.createDirectories(root.resolve("an open 通途"));
        for (var folder : List.of("bin", "src/main/java", "templates", "static", "content")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.copy(Path.of("bin/jdk"), home.resolve("bin/jdk"));
        Files.copy(Path.of("tongtu"), home.resolve("tongtu"));
        source("pom.xml", "<project/>");
        source("src/main/java/A.java", "class A {}");
        jdk = jdk("a jdk", "25.0.1");
        executable(
                "path/mvn",
                """
                echo "build" >> '%s'
                for each in "$@"; do case $each in -Dtongtu.target=*) target=${each#*=} ;; esac; done
                mkdir -p "$target"
                if [ -n "${SLOWLY:-}" ]; then sleep "$SLOWLY"; fi
                if [ -n "${BADLY:-}" ]; then exit 1; fi
                echo jar > "$target/tongtu.jar"
                """
                        .formatted(root.resolve("builds")));
        environment.put("PATH", root.resolve("path") + ":/usr/bin:/bin");
        environment.put("HOME", root.toString());
        environment.put("TONGTU_JAVA_HOME", jdk.toString());
    }

    /// A JDK's folder; its `java` says how it was called, and trains a start-up cache when told to.
    Path jdk(String name, String version) throws IOException {
        var folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(name + "/bin/javac", "");
        executable(
                name + "/bin/java",
                """
                for each in "$@"; do case $each in -XX:AOTCacheOutput=*) echo "cache, settings=${!TONGTU_@}" > "${each#*=}"; exit 0 ;; esac; done
                echo "home=$TONGTU_HOME"
                echo "charset=$(locale charmap)"
                echo "arguments=$*"
                exit 7
                """);
        return folder;
    }

    /// Makes a program of the shell.
    void executable(String name, String script) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Writes a source file of the copy.
    void source(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text);
    }

    Launch with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Launch without(String name) {
        environment.remove(name);
        return this;
    }

    /// How often Maven was called.
    long builds() throws IOException {
        var log = root.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return end(start(home.resolve("tongtu"), root, arguments));
    }

    /// Starts the launcher at a path, from a current folder.
    Process start(Path launcher, Path from, String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of("/bin/bash", launcher.toString()));
        command.addAll(List.of(arguments));
        return started(from, command);
    }

    /// Runs a script of the shell beside the copy of `bin/jdk`.
    Outcome shell(String script) throws IOException, InterruptedException {
        return end(started(home, List.of("/bin/bash", "-c", script)));
    }

    private Process started(Path from, List<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome end(Process process) throws IOException, InterruptedException {
        var output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IOException("still running: " + output);
        }
        return new Outcome(process.exitValue(), output);
    }
}
