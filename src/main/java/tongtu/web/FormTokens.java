package tongtu.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names for forms: each form that is shown has one of its own, random and signed with a key that
/// is drawn at each start. It tells that a form was fetched here before it was sent, and not long
/// ago, and that two forms that come in are one that was sent twice. It is bound to nobody, so it
/// needs no cookie; that no other site sends it is for [Sent] to tell.
public final class FormTokens {
    private static final int RANDOM = 16;
    private static final int TIME = Long.BYTES;
    private static final int SIGNATURE = 16;

    private final Duration lifetime;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];

    public FormTokens(Duration lifetime, InstantSource clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        random.nextBytes(key);
    }

    public String issue() {
        var bytes = new byte[RANDOM + TIME];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(RANDOM, clock.millis());
        var token = Arrays.copyOf(bytes, bytes.length + SIGNATURE);
        System.arraycopy(signature(bytes), 0, token, bytes.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Whether a form of this name was shown by this program, and not too long ago.
    public boolean isFresh(String token) {
        var bytes = decoded(token);
        if (bytes.length != RANDOM + TIME + SIGNATURE) {
            return false;
        }
        var signed = Arrays.copyOf(bytes, RANDOM + TIME);
        var signature = Arrays.copyOfRange(bytes, RANDOM + TIME, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(signed))) {
            return false;
        }
        var issued = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong(RANDOM));
        return issued.plus(lifetime).isAfter(clock.instant());
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
