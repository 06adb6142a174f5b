package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Secret RIGHT = Secret.of("correct horse battery staple");
    private static final Secret WRONG = Secret.of("correct horse battery stable");

    private final Passwords passwords = Passwords.of(PasswordSettings.owasp());
    private final PasswordHasher hasher = passwords.hasher();
    private final PasswordHasher cheap = Passwords.of(PasswordFixture.cheap()).hasher();

    @Test
    void a_new_hash_is_argon2id_at_the_cost_owasp_asks_for() {
        String stored = hasher.hash(RIGHT);
        assertThat(stored)
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
                .hasSizeLessThan(255);
        assertThat(hasher.check(stored, RIGHT)).isEqualTo(new PasswordCheck(true, false));
        assertThat(hasher.check(stored, WRONG)).isEqualTo(new PasswordCheck(false, false));
    }

    @Test
    void the_settings_can_be_read_where_the_service_is() {
        assertThat(passwords.settings()).isEqualTo(PasswordSettings.owasp());
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertThat(cheap.hash(RIGHT)).isNotEqualTo(cheap.hash(RIGHT));
    }

    @Test
    void nothing_is_trimmed_folded_or_cut() {
        String stored = cheap.hash(Secret.of(" pass word ñ "));
        assertThat(cheap.check(stored, Secret.of("pass word ñ")).matches()).isFalse();
        assertThat(cheap.check(stored, Secret.of(" Pass word ñ ")).matches()).isFalse();
        String longOne = "x".repeat(99);
        String longStored = cheap.hash(Secret.of(longOne + "a"));
        assertThat(cheap.check(longStored, Secret.of(longOne + "b")).matches()).isFalse();
        assertThat(cheap.check(longStored, Secret.of(longOne)).matches()).isFalse();
    }

    @Test
    void a_password_works_however_the_keyboard_composes_its_accents() {
        String composed = Normalizer.normalize(" pass word ñ é 한 ", Normalizer.Form.NFC);
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(composed).isNotEqualTo(apart);
        for (String chosen : new String[] {composed, apart}) {
            String stored = cheap.hash(Secret.of(chosen));
            assertThat(cheap.check(stored, Secret.of(composed)).matches()).isTrue();
            assertThat(cheap.check(stored, Secret.of(apart)).matches()).isTrue();
        }
    }

    @Test
    void compatibility_look_alikes_stay_different_passwords() {
        String stored = cheap.hash(Secret.of("o\uFB03ce-\u2167-password"));
        assertThat(cheap.check(stored, Secret.of("office-VIII-password")).matches())
                .isFalse();
    }

    @Test
    void a_foreign_hash_is_tried_with_the_bytes_as_typed_and_in_both_normal_forms() {
        String composed = Normalizer.normalize("contraseña é", Normalizer.Form.NFC);
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        for (String old : new String[] {composed, apart}) {
            String stored = Foreign.djangoPbkdf2(old);
            assertThat(cheap.check(stored, Secret.of(composed)).matches()).isTrue();
            assertThat(cheap.check(stored, Secret.of(apart)).matches()).isTrue();
        }
    }

    @Test
    void more_than_1024_bytes_are_refused_without_any_hashing() {
        String stored = cheap.hash(RIGHT);
        String broad = "€".repeat(342);
        assertThat(Foreign.utf8(broad)).hasSize(1_026);
        for (String text : new String[] {"x".repeat(1_025), broad, "x".repeat(10_000_000)}) {
            Secret tooLong = Secret.of(text);
            assertThat(hasher.check(stored, tooLong)).isEqualTo(new PasswordCheck(false, false));
            assertThat(hasher.check(null, tooLong)).isEqualTo(new PasswordCheck(false, false));
            assertThatThrownBy(() -> hasher.hash(tooLong)).isInstanceOf(IllegalArgumentException.class);
        }
        String longest = "x".repeat(1_024);
        assertThat(cheap.check(cheap.hash(Secret.of(longest)), Secret.of(longest))
                        .matches())
                .isTrue();
    }

    @Test
    void text_with_a_lone_surrogate_matches_nothing_and_is_not_hashed() {
        String stored = cheap.hash(Secret.of("question?mark"));
        assertThat(cheap.check(stored, Secret.of("question\uD800mark")).matches())
                .isFalse();
        assertThatThrownBy(() -> cheap.hash(Secret.of("question\uD800mark")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void null_empty_and_unusable_texts_never_match() {
        for (String stored : new String[] {null, "", "!", "!disabled", "!" + "a".repeat(40), "*", "x", " ", "\u0000"}) {
            assertThat(PasswordFixture.matches(
                            Passwords.of(PasswordFixture.cheap()), stored, stored == null ? "" : stored))
                    .isFalse();
            assertThat(cheap.check(stored, Secret.of("")).matches()).isFalse();
        }
    }

    @Test
    void a_cheaper_hash_asks_for_an_upgrade_and_a_dearer_one_does_not() {
        Argon2Cost other = new Argon2Cost(9_216, 4, 1);
        String low =
                Passwords.of(PasswordSettings.owasp().withCost(other)).hasher().hash(RIGHT);
        assertThat(hasher.check(low, RIGHT)).isEqualTo(new PasswordCheck(true, true));
        String high = Passwords.of(PasswordSettings.owasp().withCost(new Argon2Cost(32_768, 3, 1)))
                .hasher()
                .hash(RIGHT);
        assertThat(hasher.check(high, RIGHT)).isEqualTo(new PasswordCheck(true, false));
        assertThat(hasher.check(Foreign.djangoPbkdf2(RIGHT.reveal()), RIGHT)).isEqualTo(new PasswordCheck(true, true));
    }

    @Test
    void a_hash_with_a_shorter_salt_or_tag_asks_for_an_upgrade_and_a_longer_one_does_not() {
        Secret secret = Secret.of("secret");
        byte[] salt = Foreign.utf8("seventeen bytes ok");
        for (int bytes : new int[] {15, 16, 17}) {
            assertThat(cheap.check(Foreign.argon2id("secret", 64, Arrays.copyOf(salt, bytes), 32), secret))
                    .isEqualTo(new PasswordCheck(true, bytes < 16));
            assertThat(cheap.check(Foreign.argon2id("secret", 64, Arrays.copyOf(salt, 16), bytes + 16), secret))
                    .isEqualTo(new PasswordCheck(true, bytes < 16));
            assertThat(cheap.check(Foreign.argon2id("secret", 48 + bytes, Arrays.copyOf(salt, 16), 32), secret))
                    .isEqualTo(new PasswordCheck(true, bytes < 16));
        }
    }

    @Test
    void argon2i_and_the_old_version_ask_for_an_upgrade() {
        String old = "$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q";
        assertThat(cheap.check(old, Secret.of("secret"))).isEqualTo(new PasswordCheck(true, true));
    }

    @Test
    void another_kind_of_argon2_asks_for_an_upgrade_at_whatever_cost() {
        Secret secret = Secret.of("secret");
        for (String old : new String[] {
            Foreign.argon2("argon2i", Argon2Parameters.ARGON2_i, 19, "secret"),
            Foreign.argon2("argon2d", Argon2Parameters.ARGON2_d, 19, "secret"),
            Foreign.argon2("argon2id", Argon2Parameters.ARGON2_id, 16, "secret")
        }) {
            assertThat(cheap.check(old, secret)).as(old).isEqualTo(new PasswordCheck(true, true));
            assertThat(cheap.check(old, WRONG).matches()).as(old).isFalse();
        }
    }

    @Test
    void bcrypt_never_verifies_beyond_72_bytes_or_with_nul() {
        String stored = Foreign.bcrypt("a".repeat(72));
        assertThat(PasswordFixture.matches(Passwords.of(PasswordFixture.cheap()), stored, "a".repeat(72)))
                .isTrue();
        assertThat(cheap.check(stored, Secret.of("a".repeat(73))).matches()).isFalse();
        assertThat(cheap.check(stored, Secret.of("a".repeat(72) + "\u0000")).matches())
                .isFalse();
        assertThat(cheap.check(Foreign.bcrypt("abc"), Secret.of("abc\u0000abc")).matches())
                .isFalse();
        assertThat(cheap.check(Foreign.bcrypt(""), Secret.of("\u0000")).matches())
                .isFalse();
    }

    @Test
    void a_password_is_found_among_several_stored_ones_of_any_kind_and_at_no_floor() {
        PasswordHasher slow = Passwords.of(PasswordFixture.cheap().withFailureFloor(Duration.ofSeconds(10)))
                .hasher();
        List<String> stored = List.of("", "!", "unreadable", slow.hash(WRONG), "{noop}other", slow.hash(RIGHT));
        assertThat(slow.isAmong(stored, RIGHT)).isTrue();
        assertThat(slow.isAmong(stored.subList(0, 5), RIGHT)).isFalse();
        assertThat(slow.isAmong(Collections.nCopies(24, slow.hash(WRONG)), RIGHT))
                .as("without 24 waits of ten seconds, which the limit of a test would end")
                .isFalse();
        assertThat(slow.isAmong(List.of(), RIGHT)).isFalse();
        assertThat(slow.isAmong(stored, Secret.of("x".repeat(1_025)))).isFalse();
        assertThat(slow.isAmong(stored, Secret.of("\ud800"))).isFalse();
    }

    @Test
    void a_floor_makes_failures_slow_and_leaves_successes_alone() {
        Duration floor = Duration.ofMillis(400);
        PasswordHasher slow =
                Passwords.of(PasswordFixture.cheap().withFailureFloor(floor)).hasher();
        String stored = slow.hash(RIGHT);
        long began = System.nanoTime();
        assertThat(slow.check(stored, WRONG).matches()).isFalse();
        long failed = System.nanoTime() - began;
        assertThat(slow.check(stored, RIGHT).matches()).isTrue();
        assertThat(failed).isGreaterThanOrEqualTo(floor.toNanos());
    }
}
