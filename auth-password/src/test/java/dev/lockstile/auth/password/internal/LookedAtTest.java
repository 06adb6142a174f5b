package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a password was compared before the memory for the rest of the work ran out. */
class LookedAtTest {

    private static final int BUDGET_KIB = 32_768;
    private static final Secret WRONG = Secret.of("a wrong password");

    private final MemoryGate memory = new MemoryGate(0, Duration.ofMillis(20));
    private final PasswordSettings settings = PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests());
    private final Argon2Hashes own = new Argon2Hashes(settings, new Argon2(memory), Randomness.secure());
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(
            settings,
            own,
            new StoredHashReader(
                    new LegacyHashFormats(settings, new Kdf(settings.ceilings(), memory), own),
                    own,
                    new RehashRule(settings)),
            new EqualWork(own));

    @Test
    void a_cheap_hash_that_was_compared_was_looked_at_though_the_work_that_hides_it_was_not_done() {
        assertThat(busy("sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8").wasLookedAt())
                .isTrue();
    }

    @Test
    void nobody_and_a_hash_of_our_own_were_not_looked_at() {
        assertThat(busy(null).wasLookedAt()).isFalse();
        assertThat(busy(hasher.hash(Secret.of("the right password"))).wasLookedAt())
                .isFalse();
    }

    private HashingBusyException busy(@Nullable String stored) {
        return memory.with(
                BUDGET_KIB, () -> catchThrowableOfType(HashingBusyException.class, () -> hasher.check(stored, WRONG)));
    }
}
