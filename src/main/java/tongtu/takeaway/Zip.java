package tongtu.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP archive (EPUB's and eBraille's container too) that is the same for the same files: in the
/// order given, all dated alike.
final class Zip implements AutoCloseable {
    private final ZipOutputStream out;
    private final LocalDate date;

    Zip(OutputStream out, LocalDate date) {
        this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out.setLevel(Deflater.BEST_COMPRESSION);
        this.date = date;
    }

    /// What a container's first entry says it is (OCF 3.3, 4.3): stored, not compressed.
    void mimetype(String type) throws IOException {
        var bytes = type.getBytes(StandardCharsets.US_ASCII);
        var entry = entry("mimetype");
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) throws IOException {
        out.putNextEntry(entry(name));
        out.write(bytes);
        out.closeEntry();
    }

    void add(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            add(name, in);
        }
    }

    void add(String name, InputStream in) throws IOException {
        out.putNextEntry(entry(name));
        in.transferTo(out);
        out.closeEntry();
    }

    private ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        // At noon: an earlier time of the first day of all would need a field that EPUB forbids.
        entry.setTimeLocal(date.atTime(LocalTime.NOON));
        return entry;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
