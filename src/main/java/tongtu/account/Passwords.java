package tongtu.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Which passwords may be chosen, and what is kept of them: argon2id of 19 MiB and two rounds
/// (OWASP, Password Storage). Length counts, and that no list of known ones has it (NIST SP
/// 800-63B, 3.1.1.2); what kinds of characters it has does not.
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /// Each needs 19 MiB and 60 ms of a processor.
    private static final int AT_ONCE = 2;

    /// What a wrong name is compared with, so that it takes as long as a wrong password.
    private final String nobody = hash("nobody has this");

    private final Semaphore turn = new Semaphore(AT_ONCE);

    private static final class Known {
        static final Set<String> WORDS = read();

        private static Set<String> read() {
            try {
                var words = new HashSet<String>();
                for (var word : StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies()) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
                return words;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Why a password cannot be chosen, in words for who chose it; empty when it can. `name` is
    /// what they sign in with.
    static String fault(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return "密码至少要 " + SHORTEST + " 个字。几个不相干的词连起来，又长又好记。";
        }
        if (length > LONGEST) {
            return "密码最多 " + LONGEST + " 个字。";
        }
        var bare = password.toLowerCase(Locale.ROOT).strip();
        if (Known.WORDS.contains(bare)
                || Known.WORDS.contains(bare.replaceAll("[^a-z]+$", ""))
                || bare.replace(name, "").length() < SHORTEST / 2
                || bare.codePoints().distinct().count() < 4) {
            return "这个密码太常见，别人猜得到。请换一个。";
        }
        return "";
    }

    /// The same password typed on another system may come in another form of Unicode.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    static String hash(String password) {
        return Password.hash(normal(password)).addRandomSalt(16).with(ARGON2).getResult();
    }

    /// Whether a password is the one of a hash; null, for an account that has none, is no one's.
    boolean isRight(String password, @org.jspecify.annotations.Nullable String hash)
            throws InterruptedException {
        turn.acquire();
        try {
            boolean isRight =
                    Password.check(
                                    normal(password.length() > LONGEST * 2 ? "" : password),
                                    hash == null ? nobody : hash)
                            .with(ARGON2);
            return isRight && hash != null;
        } finally {
            turn.release();
        }
    }
}
