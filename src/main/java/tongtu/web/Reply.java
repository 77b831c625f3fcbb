package tongtu.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/// What an [Action] answers. The [Responder] alone writes it.
public sealed interface Reply {
    /// A page made for this request. `retryAfter`, when it is not zero, says how long to wait
    /// before asking again; `cookies` are set with it.
    record Page(int status, View view, Duration retryAfter, List<Cookie> cookies) implements Reply {
        public Page(int status, View view, Duration retryAfter) {
            this(status, view, retryAfter, List.of());
        }

        public Page {
            cookies = List.copyOf(cookies);
            if (status < 200 || status > 599 || retryAfter.isNegative()) {
                throw new IllegalArgumentException(status + ", again after " + retryAfter);
            }
        }
    }

    /// To look elsewhere with GET (303). `location` is an address of this site, percent-encoded.
    record Redirect(String location, List<Cookie> cookies) implements Reply {
        public Redirect {
            cookies = List.copyOf(cookies);
            boolean isHere = location.startsWith("/") && !location.startsWith("//");
            if (!isHere || !location.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
                throw new IllegalArgumentException("not an address of this site");
            }
        }
    }

    /// Bytes of a type; with a `name` to be saved under it, without to be shown.
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    record File(byte[] bytes, String contentType, String name) implements Reply {
        public File {
            if (!name.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != '/' && c != '\\')) {
                throw new IllegalArgumentException("not the name of a file");
            }
        }
    }

    /// Sound or film, of which parts may be asked for (RFC 9110, 14). `tag` changes with the bytes;
    /// `isLasting` says that the address changes with them too, so caches may keep it for a year.
    /// With a `name` it is to be saved under it.
    record Media(Content content, String contentType, String tag, boolean isLasting, String name)
            implements Reply {}

    /// What is sent while it is being made; its length is not known, and no part of it can be asked
    /// for.
    record Live(String contentType, Body body) implements Reply {}

    /// Writes what is made. Where the reader is gone, `out` throws.
    interface Body {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    /// Bytes that are read from any place on.
    interface Content {
        long length();

        InputStream from(long first) throws IOException;

        static Content of(byte[] bytes) {
            return new Content() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public InputStream from(long first) {
                    return new ByteArrayInputStream(bytes, (int) first, bytes.length - (int) first);
                }
            };
        }

        static Content of(Path file) throws IOException {
            long length = Files.size(file);
            return new Content() {
                @Override
                public long length() {
                    return length;
                }

                @Override
                public InputStream from(long first) throws IOException {
                    var channel = FileChannel.open(file, StandardOpenOption.READ);
                    return Channels.newInputStream(channel.position(first));
                }
            };
        }
    }

    /// A style sheet of this reader's own, which their cookie chose.
    record Styles(String css) implements Reply {}

    /// A page that was made elsewhere.
    record Html(String text) implements Reply {}

    /// Text in JSON.
    record Json(String text) implements Reply {}

    /// Nothing but the page that says why.
    record Refusal(Problem problem) implements Reply {}

    static Reply page(View view) {
        return page(200, view);
    }

    static Reply page(int status, View view) {
        return new Page(status, view, Duration.ZERO);
    }

    static Reply redirect(String location) {
        return new Redirect(location, List.of());
    }
}
