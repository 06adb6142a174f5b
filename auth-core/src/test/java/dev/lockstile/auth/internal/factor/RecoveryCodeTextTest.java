package dev.lockstile.auth.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are read as a recovery code, and which have the form of the library's own. */
final class RecoveryCodeTextTest {

    @ParameterizedTest
    @CsvSource({
        "abcd-efgh,ABCDEFGH",
        "aB0O-iIlL,AB001111",
        "ZZZZ 9999,ZZZZ9999",
        "A0Z9-A0Z9,A0Z9A0Z9",
    })
    void case_dashes_and_look_alikes_do_not_matter(String typed, String code) {
        assertThat(RecoveryCodeText.canonical(Secret.of(typed))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFG", "ABCDEFG@", "ABCDEFG[", "ABCDEFG/", "ABCDEFG:", "ABCDEFGÉ"})
    void short_texts_and_other_characters_are_none(String typed) {
        assertThat(RecoveryCodeText.canonical(Secret.of(typed))).isEmpty();
    }

    @Test
    void sixty_four_characters_are_read_and_one_more_is_not() {
        assertThat(RecoveryCodeText.canonical(Secret.of("A".repeat(64)))).isPresent();
        assertThat(RecoveryCodeText.canonical(Secret.of("A".repeat(65)))).isEmpty();
    }

    @Test
    void the_own_form_has_24_characters_of_its_alphabet() {
        assertThat(RecoveryCodeText.isOwnForm(Secret.of("0".repeat(24)))).isTrue();
        assertThat(RecoveryCodeText.isOwnForm(Secret.of("Z".repeat(24)))).isTrue();
        assertThat(RecoveryCodeText.isOwnForm(Secret.of("Z".repeat(23)))).isFalse();
        assertThat(RecoveryCodeText.isOwnForm(Secret.of("Z".repeat(25)))).isFalse();
        assertThat(RecoveryCodeText.isOwnForm(Secret.of("U".repeat(24)))).isFalse();
    }
}
