package tongtu.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Codes of six digits that a telephone shows and that change every 30 seconds (RFC 6238). One
/// before and one after count too: clocks differ.
final class OneTimeCodes {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET = 20;
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private OneTimeCodes() {}

    /// A new secret in Base32 (RFC 4648, section 6).
    static String secret(Secrets secrets) {
        return new Base32().encodeToString(secrets.bytes(SECRET)).replace("=", "");
    }

    /// In groups of four, as it is typed off a screen.
    static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// What the code on a screen says to a telephone (Key URI Format).
    static String uri(String secret, String site, String name) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(site), encoded(name), secret, encoded(site));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The step at which a code is right, after `used`; -1 when it is wrong or was used.
    static long step(String secret, String typed, long used, Instant now) {
        var code = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (code.length() != DIGITS) {
            return -1;
        }
        long current = now.getEpochSecond() / STEP.toSeconds();
        for (long step = current - 1; step <= current + 1; step++) {
            if (step > used && isRight(secret, code, step)) {
                return step;
            }
        }
        return -1;
    }

    private static boolean isRight(String secret, String code, long step) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                code(secret, Instant.ofEpochSecond(step * STEP.toSeconds()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String code(String secret, Instant at) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
            return CODES.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
