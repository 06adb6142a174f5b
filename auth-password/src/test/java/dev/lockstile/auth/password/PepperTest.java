package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class PepperTest {

    private static final Secret PASSWORD = Secret.of("correct horse battery staple");
    private static final PepperKeys.Key FIRST = PepperKeys.Key.of("k1", new byte[32]);
    private static final PepperKeys.Key SECOND = PepperKeys.Key.of("k2", "0123456789abcdef".getBytes());

    private final PasswordHasher bare = Passwords.of(PasswordFixture.cheap()).hasher();
    private final PasswordHasher first = hasher(PepperKeys.of(FIRST));
    private final PasswordHasher rotated = hasher(new PepperKeys(SECOND, List.of(FIRST)));

    private static PasswordHasher hasher(PepperKeys keys) {
        return Passwords.of(PasswordFixture.cheap().withPeppers(keys)).hasher();
    }

    @Test
    void a_peppered_hash_names_its_key_and_nothing_verifies_it_without_the_key() {
        String stored = first.hash(PASSWORD);
        assertThat(stored).contains(",keyid=azE$").doesNotContain("AAAAAAAAAAAAAAAAAAAA");
        assertThat(first.check(stored, PASSWORD)).isEqualTo(new PasswordCheck(true, false));
        assertThat(bare.check(stored, PASSWORD).matches()).isFalse();
        assertThat(hasher(PepperKeys.of(PepperKeys.Key.of("k1", new byte[16])))
                        .check(stored, PASSWORD)
                        .matches())
                .isFalse();
        assertThat(bare.check(stored.replace(",keyid=azE", ""), PASSWORD).matches())
                .isFalse();
    }

    @Test
    void rotation_keeps_everybody_and_moves_them_on() {
        String old = first.hash(PASSWORD);
        String before = bare.hash(PASSWORD);
        assertThat(rotated.check(old, PASSWORD)).isEqualTo(new PasswordCheck(true, true));
        assertThat(rotated.check(before, PASSWORD)).isEqualTo(new PasswordCheck(true, true));
        assertThat(rotated.check(rotated.hash(PASSWORD), PASSWORD)).isEqualTo(new PasswordCheck(true, false));
    }

    @Test
    void a_pepper_never_shows_in_text() {
        assertThat(FIRST.toString()).isEqualTo("PepperKey[k1]");
        assertThat(PasswordFixture.cheap().withPeppers(PepperKeys.of(SECOND)).toString())
                .doesNotContain("0123456789");
    }

    @Test
    void keys_with_one_id_or_odd_lengths_are_refused() {
        assertThatThrownBy(() -> new PepperKeys(FIRST, List.of(FIRST))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PepperKeys.Key.of("too-long-id", new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PepperKeys.Key.of("k", new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }
}
