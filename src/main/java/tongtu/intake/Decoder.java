package tongtu.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.language.Characters;

/// The bytes of a file to its text: UTF-8, UTF-16 and GB18030 (which holds GBK and GB 2312). What
/// is not said by a byte order mark and is not UTF-8 is guessed, with a remark.
final class Decoder {
    static final Refusal NOT_TEXT =
            new Refusal("这不是文本文件，里面大多是看不懂的字节。", "在原来的软件里另存为“纯文本（UTF-8）”，再导入。");

    private static final Charset GB18030 = Charset.forName("GB18030");

    /// At least this share of a guessed text must be what Chinese texts are made of.
    private static final double PLAUSIBLE = 0.9;

    /// Up to this share of damage, a text is damaged UTF-8 and not in another encoding.
    private static final double DAMAGE = 0.1;

    /// The first bytes of files that are often sent, and their names.
    private static final Map<String, String> KNOWN =
            Map.of(
                    "%PDF-", "PDF 文件",
                    "PK\u0003\u0004", "Word（docx）、WPS 或压缩文件",
                    "\u00d0\u00cf\u0011\u00e0", "旧版 Word（doc）文件",
                    "{\\rtf", "RTF 文件",
                    "\u0089PNG", "图片",
                    "\u00ff\u00d8\u00ff", "图片",
                    "GIF8", "图片");

    private Decoder() {}

    static Decoding decode(byte[] bytes) {
        if (bytes.length > Limits.BYTES) {
            return new Refused(
                    new Refusal(
                            "文件超过上限 %,d 字节（2 MB）。".formatted(Limits.BYTES),
                            "把文件分成几篇，或把大段附件另存，再导入。"));
        }
        var known = known(bytes);
        if (known != null) {
            return new Refused(
                    new Refusal(
                            "这是%s，现在只能导入纯文本和 Markdown。".formatted(known),
                            "打开它，另存为“纯文本（UTF-8）”，再导入。"));
        }
        if (startsWith(bytes, "\u00ff\u00fe")) {
            return marked(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, "\u00fe\u00ff")) {
            return marked(bytes, StandardCharsets.UTF_16BE);
        }
        var text = strictly(bytes, StandardCharsets.UTF_8);
        if (text != null && !isMostlyZero(bytes)) {
            return SourceText.of(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
        }
        return guessed(bytes);
    }

    private static @Nullable String known(byte[] bytes) {
        for (var each : KNOWN.entrySet()) {
            if (startsWith(bytes, each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, String start) {
        var expected = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= expected.length
                && java.util.Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    /// Whether zero bytes are more than the few that damage leaves: then it is UTF-16 or no text.
    private static boolean isMostlyZero(byte[] bytes) {
        int zeros = 0;
        for (byte each : bytes) {
            zeros += each == 0 ? 1 : 0;
        }
        return zeros > bytes.length / 20;
    }

    private static Decoding marked(byte[] bytes, Charset charset) {
        var text = strictly(bytes, charset);
        if (text == null) {
            return new Refused(NOT_TEXT);
        }
        return SourceText.of(
                text.substring(1),
                List.of(
                        Remark.note(
                                "intake/encoding",
                                0,
                                "文件是 " + charset.name() + " 编码，已经转成 UTF-8。",
                                "不用处理。")));
    }

    private static Decoding guessed(byte[] bytes) {
        boolean hasZeros = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
        if (!hasZeros && damage(bytes) <= DAMAGE) {
            return new Refused(
                    new Refusal(
                            "文件像是 UTF-8 编码，但第 %,d 行有坏了的字节，读不出是什么字。".formatted(lineOfDamage(bytes)),
                            "用编辑器打开，改好那一行，存为 UTF-8，再导入。"));
        }
        var candidates =
                hasZeros
                        ? List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, GB18030)
                        : List.of(GB18030);
        for (var charset : candidates) {
            var text = strictly(bytes, charset);
            if (text != null && isPlausible(text)) {
                return SourceText.of(
                        text,
                        List.of(
                                Remark.warning(
                                        "intake/encoding",
                                        0,
                                        "文件没有说明编码，看起来是 " + charset.name() + "，就按它读了。",
                                        "看看正文有没有乱码；有的话，把原文件另存为 UTF-8 再导入。")));
            }
        }
        return new Refused(NOT_TEXT);
    }

    /// The share of what is not UTF-8 among all that is not ASCII.
    private static double damage(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        long foreign = text.chars().filter(c -> c > 0x7f).count();
        long damaged = text.chars().filter(c -> c == 0xfffd).count();
        return foreign == 0 ? 0 : (double) damaged / foreign;
    }

    private static long lineOfDamage(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return 1 + text.substring(0, text.indexOf('\uFFFD')).chars().filter(c -> c == '\n').count();
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isPlausible(String text) {
        long plausible =
                text.codePoints()
                        .filter(c ->
                                Character.isWhitespace(c)
                                        || (c > ' ' && c < 0x7f)
                                        || Characters.isFullWidth(c))
                        .count();
        return plausible >= PLAUSIBLE * text.codePointCount(0, text.length());
    }
}
