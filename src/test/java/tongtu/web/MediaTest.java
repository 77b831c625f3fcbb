package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTest {
    @TempDir Path folder;
    private Path root;
    private Media media;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(folder.resolve("content"));
        media = new Media(root);
    }

    private Path write(String name, int length) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(length);
        }
        return file;
    }

    private Set<String> read(Path... changed) throws IOException {
        media.read(List.of(changed));
        return new TreeSet<>(media.byAddress().keySet());
    }

    @Test
    void picturesAreServedUnderTheirPathWhateverTheirName() throws IOException {
        write("a.png", 10);
        write("services/图 1.svg", 10);
        write("services/100%.JPG", 10);
        write("services/a+b&c.webp", 10);
        assertEquals(
                Set.of(
                        "/media/a.png",
                        "/media/services/图 1.svg",
                        "/media/services/100%.JPG",
                        "/media/services/a+b&c.webp"),
                read(root));
    }

    @Test
    void nothingElseIsServed() throws IOException {
        write("page.md", 10);
        write("page.ids", 10);
        write("script.html", 10);
        write("program.exe", 10);
        write("png", 10);
        write(".hidden.png", 10);
        write(".git/a.png", 10);
        write("a/.b/c.png", 10);
        write("1/2/3/4/5/6/7/8/9/deep.png", 10);
        assertEquals(Set.of(), read(root));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.png"), "secret");
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/a.png"), "secret");
        Files.createSymbolicLink(root.resolve("link.png"), secret);
        Files.createSymbolicLink(root.resolve("folder"), folder.resolve("elsewhere"));
        assertEquals(Set.of(), read(root));
        assertEquals(Set.of(), read(root.resolve("link.png"), root.resolve("folder")));
    }

    @Test
    void whatIsTooLargeIsLeftOutAndNamed() throws IOException {
        write("small.png", 10);
        var large = write("large.png", (int) Media.LONGEST + 1);
        write("just.png", (int) Media.LONGEST);
        assertEquals(Set.of("/media/small.png", "/media/just.png"), read(root));
        assertEquals(List.of("large.png"), media.leftOut());
        try (var out = new RandomAccessFile(large.toFile(), "rw")) {
            out.setLength(20);
        }
        assertTrue(read(large).contains("/media/large.png"));
        assertEquals(List.of(), media.leftOut());
    }

    @Test
    void allTogetherTheyFitInMemory() throws IOException {
        int count = (int) (Media.MOST_BYTES / Media.LONGEST);
        for (int i = 0; i < count; i++) {
            write("%03d.png".formatted(i), (int) Media.LONGEST);
        }
        assertEquals(count, read(root).size());
        var more = write("more.png", 1);
        assertEquals(count, read(more).size());
        assertEquals(List.of("more.png"), media.leftOut());
        var first = root.resolve("000.png");
        Files.delete(first);
        assertEquals(count - 1, read(first).size());
        assertEquals(count, read(more).size());
    }

    @Test
    void onlyWhatChangedIsReadAgain() throws IOException {
        var a = write("a.png", 10);
        write("b/c.png", 10);
        read(root);
        var before = media.byAddress();
        Files.writeString(a, "changed");
        read(a);
        assertNotSame(before.get("/media/a.png"), media.byAddress().get("/media/a.png"));
        assertSame(before.get("/media/b/c.png"), media.byAddress().get("/media/b/c.png"));
        assertEquals(7, length("/media/a.png"));
    }

    private int length(String address) {
        var reply = media.byAddress().get(address);
        assertNotNull(reply);
        return reply.length();
    }

    @Test
    void whatIsDeletedOrMovedIsGone() throws IOException {
        var a = write("a.png", 10);
        write("b/c.png", 10);
        write("bc/d.png", 10);
        read(root);
        Files.delete(a);
        Files.move(root.resolve("b"), root.resolve("e"));
        assertEquals(
                Set.of("/media/bc/d.png", "/media/e/c.png"),
                read(a, root.resolve("b"), root.resolve("e")));
        assertEquals(
                Set.of("/media/bc/d.png", "/media/e/c.png"), read(root.resolve("nothing.png")));
    }
}
