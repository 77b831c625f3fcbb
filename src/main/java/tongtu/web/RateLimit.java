package tongtu.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How often one network may do something: `burst` times at once, and once more each time that
/// `pause` has passed (the generic cell rate algorithm, ITU-T I.371, annex A).
///
/// Networks are kept in memory only, as a hash under a key that is drawn at each start; nobody can
/// tell from it who asked.
public final class RateLimit {
    /// Networks that are remembered; of more, those that asked longest ago are forgotten.
    static final int NETWORKS = 50_000;

    private final long burstMs;
    private final long pauseMs;
    private final InstantSource clock;
    private final Mac mac = mac();
    private final ReentrantLock lock = new ReentrantLock();

    /// When each network would have used up nothing, in milliseconds.
    private final Map<Long, Long> free =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
                    return size() > NETWORKS;
                }
            };

    public RateLimit(int burst, Duration pause, InstantSource clock) {
        if (burst < 1 || !pause.isPositive()) {
            throw new IllegalArgumentException(burst + " at once, each " + pause);
        }
        pauseMs = pause.toMillis();
        burstMs = burst * pauseMs;
        this.clock = clock;
    }

    /// Counts a request; zero when it may go on, else how long its network has to wait.
    public Duration take(Request request) {
        return take(request.network());
    }

    /// The same for something else than a network: an account, a browser.
    public Duration take(String key) {
        return take(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Duration take(byte[] network) {
        lock.lock();
        try {
            long now = clock.millis();
            long key = ByteBuffer.wrap(mac.doFinal(network)).getLong();
            // A clock that was set back makes nobody wait longer than a full burst.
            long from = Math.clamp(free.getOrDefault(key, now), now, now + burstMs);
            long wait = from + pauseMs - (now + burstMs);
            if (wait > 0) {
                free.put(key, from);
                return Duration.ofMillis(wait);
            }
            free.put(key, from + pauseMs);
            return Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    /// Networks that are remembered now.
    int size() {
        lock.lock();
        try {
            return free.size();
        } finally {
            lock.unlock();
        }
    }

    private static Mac mac() {
        try {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
