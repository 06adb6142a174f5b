package dev.lockstile.auth.jpa.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTextTest {

    @Test
    void each_type_reads_back_what_it_prints() {
        UUID uuid = new UUID(42, 7);
        assertThat(KeyText.read("42", Long.class)).contains(42L);
        assertThat(KeyText.read("42", Integer.class)).contains(42);
        assertThat(KeyText.read(uuid.toString(), UUID.class)).contains(uuid);
        assertThat(KeyText.read("user-42", String.class)).contains("user-42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 42", "042", "+42", "4_2", "42L", "0x2A", "9223372036854775808", "\u0664\u0662", "1e3"})
    void a_text_that_is_no_number_or_not_its_one_spelling_is_no_key(String text) {
        assertThat(KeyText.read(text, Long.class)).isEmpty();
        assertThat(KeyText.read(text, Integer.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "00000000-0000-002A-0000-000000000007", "not-a-uuid"})
    void a_text_that_is_no_uuid_or_not_its_one_spelling_is_no_key(String text) {
        assertThat(KeyText.read(text, UUID.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb"})
    void a_text_the_database_would_choke_on_is_no_key(String text) {
        assertThat(KeyText.read(text, String.class)).isEmpty();
    }

    @Test
    void a_text_without_end_is_no_key() {
        assertThat(KeyText.read("x".repeat(65), String.class)).isEmpty();
        assertThat(KeyText.read("9".repeat(100_000), Long.class)).isEmpty();
    }
}
