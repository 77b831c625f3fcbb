package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final RateLimit limit = new RateLimit(3, PAUSE, () -> now);

    private static byte[] network(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private Duration take(int network) {
        return limit.take(network(network));
    }

    @Test
    void aBurstGoesThroughAndThenOneEachPause() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, take(1));
        }
        assertEquals(PAUSE, take(1));
        now = now.plusSeconds(59);
        assertEquals(Duration.ofSeconds(1), take(1), "asking in vain costs nothing");
        now = now.plusSeconds(1);
        assertEquals(Duration.ZERO, take(1));
        assertEquals(PAUSE, take(1));
    }

    @Test
    void whoWaitedHasAWholeBurstAgain() {
        for (int i = 0; i < 3; i++) {
            take(1);
        }
        now = now.plus(PAUSE.multipliedBy(3));
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, take(1));
        }
        assertTrue(take(1).isPositive());
    }

    @Test
    void networksDoNotStandInForEachOther() {
        for (int i = 0; i < 4; i++) {
            take(1);
        }
        assertEquals(Duration.ZERO, take(2));
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        for (int i = 0; i < 4; i++) {
            take(1);
        }
        now = now.minus(Duration.ofDays(30));
        assertTrue(take(1).compareTo(PAUSE) <= 0);
        now = now.plus(PAUSE);
        assertEquals(Duration.ZERO, take(1));
    }

    @Test
    void aFloodOfNetworksKeepsTheMemoryBounded() {
        for (int i = 0; i < 4; i++) {
            take(-1);
        }
        for (int i = 0; i < RateLimit.NETWORKS + 10; i++) {
            assertEquals(Duration.ZERO, take(i));
        }
        assertEquals(RateLimit.NETWORKS, limit.size());
        assertEquals(Duration.ZERO, take(-1), "asked longest ago, forgotten");
    }
}
