package dev.lockstile.auth.password;

import dev.lockstile.test.Bounds;
import java.time.Duration;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

final class SettingsBoundsTest {

    @Test
    void an_argon2_cost_is_one_that_can_be_computed() {
        Bounds.hold(passes -> new Argon2Cost(64, passes, 1), 1, 0);
        Bounds.hold(passes -> new Argon2Cost(64, passes, 1), 1_000, 1_001);
        Bounds.hold(lanes -> new Argon2Cost(4_096, 1, lanes), 1, 0);
        Bounds.hold(lanes -> new Argon2Cost(4_096, 1, lanes), 255, 256);
        Bounds.hold(memory -> new Argon2Cost(memory, 1, 4), 32, 31);
        Bounds.hold(memory -> new Argon2Cost(memory, 1, 4), 4_194_304, 4_194_305);
    }

    @Test
    void a_new_password_has_between_8_and_1024_characters() {
        Bounds.hold(least -> new LengthRule(least, 128), 8, 7);
        Bounds.hold(least -> new LengthRule(least, 128), 64, 65);
        Bounds.hold(most -> new LengthRule(8, most), 64, 63);
        Bounds.hold(most -> new LengthRule(8, most), 1_024, 1_025);
    }

    @Test
    void hashing_waits_for_bounded_times() {
        Bounds.hold(permits -> new HashingLimits(permits, Duration.ZERO, Duration.ZERO), 1, 0);
        Bounds.hold(permits -> new HashingLimits(permits, Duration.ZERO, Duration.ZERO), 1_024, 1_025);
        Bounds.shortest(wait -> new HashingLimits(1, wait, Duration.ZERO), Duration.ZERO);
        Bounds.longest(wait -> new HashingLimits(1, wait, Duration.ZERO), Duration.ofMinutes(1));
        Bounds.shortest(floor -> new HashingLimits(1, Duration.ZERO, floor), Duration.ZERO);
        Bounds.longest(floor -> new HashingLimits(1, Duration.ZERO, floor), Duration.ofSeconds(10));
    }

    @Test
    void each_ceiling_admits_common_systems_and_ends() {
        ceiling(
                memory -> new HashCeilings((int) memory, 196_608, 12, 600_000, 32_768, 81_920, 100_000),
                65_536,
                4_194_304);
        ceiling(work -> new HashCeilings(65_536, work, 12, 600_000, 32_768, 81_920, 100_000), 196_608, 1L << 34);
        ceiling(cost -> new HashCeilings(65_536, 196_608, (int) cost, 600_000, 32_768, 81_920, 100_000), 12, 18);
        ceiling(
                rounds -> new HashCeilings(65_536, 196_608, 12, (int) rounds, 32_768, 81_920, 100_000),
                600_000,
                50_000_000);
        ceiling(
                memory -> new HashCeilings(65_536, 196_608, 12, 600_000, (int) memory, 81_920, 100_000),
                32_768,
                4_194_304);
        ceiling(work -> new HashCeilings(65_536, 196_608, 12, 600_000, 32_768, work, 100_000), 81_920, 1L << 34);
        ceiling(
                rounds -> new HashCeilings(65_536, 196_608, 12, 600_000, 32_768, 81_920, (int) rounds),
                100_000,
                50_000_000);
    }

    private static void ceiling(LongFunction<HashCeilings> ceilings, long least, long most) {
        Bounds.hold(ceilings::apply, least, least - 1);
        Bounds.hold(ceilings::apply, most, most + 1);
    }

    @Test
    void new_hashes_stay_below_the_ceilings_for_stored_ones() {
        PasswordSettings settings = PasswordSettings.owasp();
        Bounds.hold(memory -> settings.withCost(new Argon2Cost(memory, 4, 1)), 262_144, 262_145);
        Bounds.hold(passes -> settings.withCost(new Argon2Cost(262_144, passes, 1)), 4, 5);
    }

    @Test
    void a_pepper_has_16_to_64_bytes_and_an_id_of_1_to_8_characters() {
        Bounds.hold(bytes -> PepperKeys.Key.of("k", new byte[bytes]), 16, 15);
        Bounds.hold(bytes -> PepperKeys.Key.of("k", new byte[bytes]), 64, 65);
        Bounds.hold(id -> PepperKeys.Key.of(id, new byte[16]), "k", "");
        Bounds.hold(id -> PepperKeys.Key.of(id, new byte[16]), "12345678", "123456789");
    }
}
