package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much work hides what is stored, counted in place of measured. */
class EqualUnitsTest {

    private static final byte[] INPUT = {1};
    private static final Secret WRONG = Secret.of("a wrong password");

    private int units;
    private double parts;
    private final EqualWork equal = new EqualWork(new EqualWork.Work() {
        @Override
        public void unit(byte[] input) {
            units++;
        }

        @Override
        public void part(double fraction, byte[] input) {
            parts += fraction;
        }
    });
    private final MemoryGate memory = new MemoryGate(0, Duration.ZERO);
    private final PasswordSettings settings = PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests());
    private final Argon2Hashes own = new Argon2Hashes(settings, new Argon2(memory), Randomness.secure());
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(
            settings,
            own,
            new StoredHashReader(
                    new LegacyHashFormats(settings, new Kdf(settings.ceilings(), memory), own),
                    own,
                    new RehashRule(settings)),
            equal);

    private double spent(double missing) {
        units = 0;
        parts = 0;
        equal.fill(missing, INPUT);
        return units + parts;
    }

    private double hidden(@Nullable String stored, Secret typed) {
        units = 0;
        parts = 0;
        assertThat(hasher.check(stored, typed).matches()).isFalse();
        return units + parts;
    }

    @Test
    void what_is_missing_is_filled_in_whole_units_and_one_part() {
        assertThat(spent(2.5)).isEqualTo(2.5);
        assertThat(units).isEqualTo(2);
        assertThat(spent(3)).isEqualTo(3);
        assertThat(units).isEqualTo(3);
        assertThat(spent(0.5)).isEqualTo(0.5);
        assertThat(units).isZero();
        assertThat(spent(0)).isZero();
        assertThat(spent(-1)).isZero();
    }

    @Test
    void what_is_lost_in_the_noise_is_not_filled() {
        assertThat(spent(0.95)).isEqualTo(1);
        assertThat(spent(1.05)).isEqualTo(1);
        assertThat(spent(0.05)).isZero();
    }

    @Test
    void the_usual_time_falls_at_once_and_rises_slowly() {
        equal.learn(6_400);
        assertThat(equal.units(6_400)).isEqualTo(1);
        equal.learn(1_000_000);
        assertThat(equal.units(6_500)).as("one pause").isEqualTo(1);
        equal.learn(3_200);
        assertThat(equal.units(1_600)).isEqualTo(0.5);
        equal.learn(10);
        equal.learn(1_000_000);
        assertThat(equal.units(11)).as("from a short time, too").isEqualTo(1);
        assertThat(units).isZero();
    }

    @Test
    void the_time_of_a_unit_that_nobody_knows_yet_is_measured() {
        assertThat(equal.units(Duration.ofHours(1).toNanos())).isGreaterThan(1).isFinite();
        assertThat(units).isEqualTo(1);
    }

    @Test
    void nobody_a_marker_and_a_broken_text_cost_a_whole_unit() {
        for (String stored : new String[] {null, "", "!disabled", "$argon2id$v=19$m=64,t=1,p=1$broken", "x"}) {
            assertThat(hidden(stored, WRONG)).as(stored).isEqualTo(1);
        }
        assertThat(hidden("$2b$31$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by", WRONG))
                .isEqualTo(1);
    }

    @Test
    void a_hash_of_our_own_hides_behind_itself() {
        assertThat(hidden(own.seal(new byte[1]), WRONG)).isZero();
        Secret composed = Secret.of("contrase\u00f1a");
        assertThat(hidden(null, composed)).isEqualTo(2);
        assertThat(hidden(own.seal(new byte[1]), composed)).isEqualTo(1);
    }

    @Test
    void text_that_is_not_well_formed_costs_a_unit_as_well() {
        assertThat(hidden(own.seal(new byte[1]), Secret.of("\uD800"))).isEqualTo(1);
    }

    @Test
    void a_cheap_hash_costs_what_is_missing() {
        equal.learn(Duration.ofDays(1).toNanos());
        assertThat(hidden("sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8", WRONG))
                .isEqualTo(1);
    }

    @Test
    void a_hash_that_took_longer_than_a_unit_costs_nothing_more() {
        equal.learn(1);
        assertThat(hidden("sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8", WRONG))
                .isZero();
    }

    @Test
    void a_part_has_the_passes_and_lanes_of_the_whole() {
        PasswordSettings twoLanes = PasswordSettings.owasp().withCost(new Argon2Cost(19_456, 2, 2));
        Argon2Hashes dearer = new Argon2Hashes(twoLanes, new Argon2(memory), Randomness.secure());
        assertThat(fits(dearer, 9_728, 0.5)).isTrue();
        assertThat(fits(dearer, 9_727, 0.5)).isFalse();
        assertThat(fits(dearer, 16, 16 / 19_456.0)).isTrue();
        assertThat(fits(dearer, 15, 16 / 19_456.0)).isFalse();
        assertThat(fits(dearer, 1, 12 / 19_456.0))
                .as("less than Argon2 can take")
                .isTrue();
    }

    @Test
    void a_part_of_a_unit_takes_that_part_of_its_memory() {
        assertThat(fits(own, 32, 0.5)).isTrue();
        assertThat(fits(own, 31, 0.5)).isFalse();
        assertThat(fits(own, 8, 0.125)).isTrue();
        assertThat(fits(own, 7, 0.125)).isFalse();
        assertThat(fits(own, 1, 0.1)).as("less than Argon2 can take").isTrue();
    }

    private boolean fits(Argon2Hashes hashes, int free, double fraction) {
        try {
            return memory.with(32_768 - free, () -> {
                hashes.part(fraction, INPUT);
                return true;
            });
        } catch (HashingBusyException busy) {
            return false;
        }
    }
}
