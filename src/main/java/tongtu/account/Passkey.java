package tongtu.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A passkey (WebAuthn credential): its id and its public key in COSE (RFC 9052), both in Base64 as
/// WebAuthn writes them, and how often it has signed as far as it counts.
record Passkey(
        String credential,
        String account,
        String publicKey,
        long counter,
        String label,
        Instant addedAt,
        @Nullable Instant usedAt) {}
