package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A failed check costs the same whatever is stored. Measured in processor time of the thread, interleaved, so that a
 * busy machine does not decide; called unequal only when the medians differ by more than 15 % and a permutation test
 * finds it significant at 1 %, twice in a row.
 */
class EqualWorkTest {

    private static final int ROUNDS = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Passwords passwords = Passwords.of(PasswordSettings.owasp());
    private final Random random = new Random(42);

    @Test
    void an_attacker_cannot_tell_by_the_time_what_is_stored() {
        compare(stored(), Secret.of("a wrong password"));
    }

    @Test
    void nor_with_a_password_beyond_ascii() {
        compare(some("unknown user", "wrapped", "cheap bcrypt"), Secret.of("una contraseña é"));
    }

    @Test
    void nor_with_a_password_longer_than_bcrypt_takes() {
        compare(some("unknown user", "weak and bare", "cheap bcrypt"), Secret.of("a wrong password ".repeat(5)));
    }

    private Map<String, String> some(String... kinds) {
        Map<String, String> stored = stored();
        stored.keySet().retainAll(List.of(kinds));
        stored.put("wrong password", passwords.hasher().hash(Secret.of("the right password")));
        return stored;
    }

    private void compare(Map<String, String> stored, Secret wrong) {
        List<String> unequal = unequal(stored, wrong);
        if (!unequal.isEmpty()) {
            unequal = unequal(stored, wrong);
        }
        assertThat(unequal).isEmpty();
    }

    private Map<String, String> stored() {
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put("wrong password", passwords.hasher().hash(Secret.of("the right password")));
        stored.put("unknown user", null);
        stored.put("unusable", "!disabled");
        stored.put("malformed", "$argon2id$v=19$m=19456,t=2,p=1$broken");
        stored.put("beyond the ceiling", "$2b$31$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by");
        stored.put(
                "wrapped",
                passwords
                        .formats()
                        .importable("5f4dcc3b5aa765d61d8327deb882cf99", ImportHints.of("django"))
                        .stored());
        stored.put("weak and bare", "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8");
        stored.put("cheap pbkdf2", Foreign.djangoPbkdf2("the right password"));
        stored.put("cheap bcrypt", Foreign.bcrypt("the right password"));
        return stored;
    }

    private List<String> unequal(Map<String, String> stored, Secret wrong) {
        Map<String, long[]> times = new LinkedHashMap<>();
        stored.keySet().forEach(kind -> times.put(kind, new long[ROUNDS]));
        for (int warm = 0; warm < 2; warm++) {
            stored.values().forEach(text -> passwords.hasher().check(text, wrong));
        }
        for (int round = 0; round < ROUNDS; round++) {
            int at = round;
            stored.forEach((kind, text) -> times.get(kind)[at] = time(text, wrong));
        }
        long[] reference = times.get("wrong password");
        List<String> unequal = new ArrayList<>();
        times.forEach((kind, sample) -> {
            if (apart(reference, sample) > 0.15 && significant(reference, sample)) {
                unequal.add(kind + " " + median(sample) + " ns, not " + median(reference));
            }
        });
        return unequal;
    }

    private long time(String stored, Secret wrong) {
        long began = THREADS.getCurrentThreadCpuTime();
        assertThat(passwords.hasher().check(stored, wrong).matches()).isFalse();
        return THREADS.getCurrentThreadCpuTime() - began;
    }

    private static double apart(long[] one, long[] other) {
        double a = median(one);
        double b = median(other);
        return Math.abs(a - b) / Math.max(1, Math.min(a, b));
    }

    private static long median(long[] sample) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** How often would a random split of the same figures be at least as far apart? */
    private boolean significant(long[] one, long[] other) {
        double seen = apart(one, other);
        long[] all = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(other, 0, all, one.length, other.length);
        int asFar = 0;
        for (int i = 0; i < 2_000; i++) {
            for (int k = all.length - 1; k > 0; k--) {
                int with = random.nextInt(k + 1);
                long swap = all[k];
                all[k] = all[with];
                all[with] = swap;
            }
            if (apart(Arrays.copyOf(all, one.length), Arrays.copyOfRange(all, one.length, all.length)) >= seen) {
                asFar++;
            }
        }
        return asFar < 20;
    }
}
