package tongtu.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void textsOfLikeMeaningAreNear() throws Exception {
        try (var encoder = SentenceEncoder.open()) {
            var asked = encoder.encode("家里卫生间装扶手有补助吗");
            var near = encoder.encode("家庭无障碍改造的补贴");
            var far = encoder.encode("法律援助机构应当自收到申请之日起七日内进行审查");
            assertEquals(SentenceEncoder.DIMENSIONS, asked.length);
            assertEquals(1, likeness(asked, asked), 1e-4);
            assertTrue(likeness(asked, near) > likeness(asked, far) + 0.1);
        }
    }

    @Test
    void anyTextHasAMeaning() throws Exception {
        try (var encoder = SentenceEncoder.open()) {
            for (var text :
                    new String[] {"", " ", "\ud800", "字".repeat(100_000), "\u202e\u0000", "🦽"}) {
                assertEquals(1, likeness(encoder.encode(text), encoder.encode(text)), 1e-3);
            }
        }
    }
}
