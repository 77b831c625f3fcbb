package tongtu.inference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Adds an output to a model: a value that its graph computes and does not give. The file is a
/// `ModelProto` of ONNX in the wire format of Protocol Buffers, of which only the graph's length
/// and its end are written anew; the rest is copied.
final class OnnxOutputs {
    private static final int GRAPH = 7;
    private static final int GRAPH_OUTPUT = 12;

    /// `TensorProto.DataType.FLOAT`.
    private static final int FLOAT = 1;

    private OnnxOutputs() {}

    /// Copies a model, with the value `name` (floats of any shape) among its outputs.
    static void add(Path model, Path to, String name) throws IOException {
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(model), 1 << 16);
                var out = new java.io.BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            for (long key = varint(in); key >= 0; key = varint(in)) {
                int field = (int) (key >>> 3);
                int wire = (int) (key & 7);
                write(out, key);
                if (wire == 0) {
                    write(out, varint(in));
                } else if (wire == 2) {
                    long length = varint(in);
                    var more = field == GRAPH ? field(GRAPH_OUTPUT, value(name)) : new byte[0];
                    write(out, length + more.length);
                    copy(in, out, length);
                    out.write(more);
                } else {
                    throw new IOException(model + " is no model of ONNX");
                }
            }
        }
    }

    /// A `ValueInfoProto`: its name, and that it is a tensor of floats.
    private static byte[] value(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(field(1, name.getBytes(StandardCharsets.UTF_8)));
        bytes.write(field(2, field(1, new byte[] {1 << 3, FLOAT})));
        return bytes.toByteArray();
    }

    private static byte[] field(int number, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(bytes, (number << 3) | 2);
        write(bytes, content.length);
        bytes.write(content);
        return bytes.toByteArray();
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("a model that ends too early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /// The next number; -1 at the end.
    private static long varint(InputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            value |= (long) (next & 127) << shift;
            if (next < 128) {
                return value;
            }
        }
        throw new IOException("a number that does not end");
    }

    private static void write(OutputStream out, long value) throws IOException {
        long left = value;
        while (left > 127) {
            out.write((int) ((left & 127) | 128));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
