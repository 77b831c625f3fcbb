package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "cksum",
                    "dirname",
                    "find",
                    "flock",
                    "grep",
                    "mkdir",
                    "readlink",
                    "rm",
                    "sort",
                    "tr",
                    "xargs");

    @TempDir Path root;
    private Launch launch;

    @BeforeEach
    void aCopy() throws IOException {
        launch = new Launch(root);
    }

    private static void assertServed(Launch.Outcome outcome) {
        assertEquals(7, outcome.status(), outcome::output);
    }

    @Test
    void aSitesSettingsReachTheProgramAndNotItsTraining() throws Exception {
        launch.with("TONGTU_CONFIG", "/no/such/file").with("TONGTU_HOST", "192.0.2.1");
        assertServed(launch.run("serve"));
        var cache = launch.home.resolve("target/builds/latest/tongtu.aot");
        assertEquals("cache, settings=\n", Files.readString(cache));
    }

    @Test
    void theProgramIsBuiltOnceAndThenOnlyStarted() throws Exception {
        var first = launch.run("serve", "--port", "8 0");
        assertServed(first);
        assertTrue(first.output().contains("home=" + launch.home + "\n"), first::output);
        assertTrue(first.output().contains("tongtu.jar serve --port 8 0\n"), first::output);
        assertTrue(first.output().contains("-XX:AOTCache="), first::output);
        var second = launch.run("serve");
        assertServed(second);
        assertEquals(1, launch.builds());
        assertTrue(second.output().startsWith("home="), second::output);
    }

    @Test
    void aChangedSourceIsBuiltAndAnOldStateIsNot() throws Exception {
        assertServed(launch.run());
        launch.source("src/main/java/A.java", "class A { int changed; }");
        assertServed(launch.run());
        assertEquals(2, launch.builds());
        launch.source("src/main/java/A.java", "class A {}");
        assertServed(launch.run());
        assertEquals(2, launch.builds());
        launch.source("templates/new.peb", "");
        assertServed(launch.run());
        assertEquals(3, launch.builds());
    }

    @Test
    void onlyTheLastTwoBuildsAreKept() throws Exception {
        for (int i = 0; i < 4; i++) {
            launch.source("src/main/java/A.java", "class A { int i = " + i + "; }");
            assertServed(launch.run());
        }
        try (var kept = Files.list(launch.home.resolve("target/builds"))) {
            assertEquals(2, kept.filter(each -> !Files.isSymbolicLink(each)).count());
        }
    }

    @Test
    void aTouchedFileOrASavedPageBuildsNothing() throws Exception {
        assertServed(launch.run());
        Files.setLastModifiedTime(
                launch.home.resolve("pom.xml"), FileTime.from(Instant.ofEpochSecond(1)));
        launch.source("content/a.md", "saved");
        assertServed(launch.run());
        assertEquals(1, launch.builds());
    }

    @Test
    void aBuildThatFailsIsSaidAndTriedAgain() throws Exception {
        var outcome = launch.with("BADLY", "yes").run();
        assertEquals(3, outcome.status());
        assertTrue(outcome.output().contains("编译没有成功"), outcome::output);
        assertServed(launch.without("BADLY").run());
        assertEquals(2, launch.builds());
    }

    @Test
    void aBuildThatWasKilledIsDoneAgain() throws Exception {
        var killed = launch.with("SLOWLY", "30").start(launch.home.resolve("tongtu"), root);
        while (launch.builds() == 0) {
            Thread.sleep(10);
        }
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();
        assertServed(launch.without("SLOWLY").run());
        assertEquals(2, launch.builds());
    }

    @Test
    void twoStartedAtOnceBuildOnce() throws Exception {
        launch.with("SLOWLY", "1");
        var first = launch.start(launch.home.resolve("tongtu"), root);
        var second = launch.start(launch.home.resolve("tongtu"), root);
        assertServed(Launch.end(first));
        assertServed(Launch.end(second));
        assertEquals(1, launch.builds());
    }

    @Test
    void itStartsFromAnyFolderThroughLinksAndInAnyLocale() throws Exception {
        assertServed(launch.with("LANG", "zh_CN.UTF-8").run());
        var link = Files.createSymbolicLink(root.resolve("link"), Path.of("an open 通途/tongtu"));
        var second = Files.createSymbolicLink(root.resolve("second link"), link.getFileName());
        var outcome = Launch.end(launch.without("LANG").start(second, Path.of("/")));
        assertServed(outcome);
        assertTrue(outcome.output().contains("charset=UTF-8\n"), outcome::output);
        assertServed(Launch.end(launch.start(Path.of("tongtu"), launch.home)));
        assertServed(launch.with("LC_ALL", "POSIX").run());
        assertEquals(1, launch.builds());
    }

    @Test
    void theJdkIsFoundByItsNameTheJavaHomeOrThePath() throws Exception {
        assertEquals(launch.jdk.toString(), found(""));
        launch.without("TONGTU_JAVA_HOME").with("JAVA_HOME", launch.jdk.toString());
        assertEquals(launch.jdk.toString(), found(""));
        launch.without("JAVA_HOME");
        Files.createSymbolicLink(root.resolve("path/javac"), launch.jdk.resolve("bin/javac"));
        assertEquals(launch.jdk.toRealPath().toString(), found("usual_places() { :; };"));
    }

    private String found(String before) throws Exception {
        var outcome = launch.shell(". bin/jdk; " + before + " find_jdk");
        assertEquals(0, outcome.status(), outcome::output);
        return outcome.output().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {".jdks/temurin", ".sdkman/candidates/java/25-tem", "jdk-25.0.1+8"})
    void theUsualPlacesOfAHomeFolderAreSearched(String name) throws Exception {
        var jdk = launch.jdk(name, "25");
        var places = launch.shell(". bin/jdk; usual_places").output();
        assertTrue(places.lines().anyMatch(jdk.toString()::equals), places);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "26", "250.1", "2.5"})
    void anotherJavaIsNotTaken(String version) throws Exception {
        var other = launch.jdk("other", version);
        launch.with("TONGTU_JAVA_HOME", other.toString());
        assertNoJdk(launch.shell(". bin/jdk; usual_places() { echo '" + other + "'; }; find_jdk"));
    }

    @Test
    void aRuntimeWithoutACompilerIsNotTaken() throws Exception {
        Files.delete(launch.jdk.resolve("bin/javac"));
        assertNoJdk(launch.shell(". bin/jdk; usual_places() { :; }; find_jdk"));
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        launch.without("TONGTU_JAVA_HOME");
        Files.writeString(
                launch.home.resolve("bin/jdk"),
                "usual_places() { :; }\n",
                StandardOpenOption.APPEND);
        var outcome = launch.run("serve");
        assertEquals(3, outcome.status());
        assertNoJdk(outcome);
        assertEquals(0, launch.builds());
        assertFalse(Files.exists(launch.home.resolve("target")));
    }

    private static void assertNoJdk(Launch.Outcome outcome) {
        assertTrue(outcome.status() != 0);
        assertTrue(outcome.output().contains("找不到 JDK 25"), outcome::output);
        assertTrue(outcome.output().contains("apt-get install temurin-25-jdk"), outcome::output);
        assertTrue(outcome.output().contains("TONGTU_JAVA_HOME"), outcome::output);
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(root.resolve("path/mvn"));
        for (var tool : TOOLS) {
            launch.executable("tools/" + tool, "exec /usr/bin/" + tool + " \"$@\"\n");
        }
        var outcome = launch.with("PATH", root.resolve("tools").toString()).run();
        assertEquals(3, outcome.status());
        assertTrue(outcome.output().contains("apt-get install maven"), outcome::output);
    }
}
