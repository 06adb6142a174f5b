package dev.lockstile.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.SymmetricKeys.Key;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymmetricKeysTest {

    private static final byte[] PLAIN = bytes("a row");
    private static final byte[] ROW = bytes("users|7");

    private final Key key = SymmetricKeys.of(Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"))
            .current();
    private final Key other = SymmetricKeys.of(Secret.of("b3duIGtleSBvZiBhIGhvc3QgZm9yIHNlY29uZCBmYWN0b3Jz"))
            .current();
    private final byte[] sealed = key.seal("rows", PLAIN, ROW);

    @Test
    void another_use_another_row_and_another_key_open_nothing() {
        assertThat(key.open("columns", sealed, ROW)).isEmpty();
        assertThat(key.open("rows", sealed, bytes("users|8"))).isEmpty();
        assertThat(other.open("rows", sealed, ROW)).isEmpty();
    }

    @Test
    void what_was_changed_or_cut_short_opens_nothing() {
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.open("rows", changed, ROW)).as("bit %d", bit).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(key.open("rows", Arrays.copyOf(sealed, length), ROW))
                    .as("length %d", length)
                    .isEmpty();
        }
    }

    @Test
    void what_was_sealed_opens_and_only_equal_texts_look_equal() {
        assertThat(key.open("rows", sealed, ROW).map(SymmetricKeysTest::text)).isEqualTo(Optional.of("a row"));
        assertThat(key.seal("rows", PLAIN, ROW)).isEqualTo(sealed);
        assertThat(Arrays.copyOf(key.seal("rows", bytes("A row"), ROW), 12)).isNotEqualTo(Arrays.copyOf(sealed, 12));
    }

    @Test
    void place_and_text_have_another_nonce_where_the_border_between_them_is_another() {
        byte[] one = key.seal("rows", bytes("b\nc"), bytes("a"));
        byte[] two = key.seal("rows", bytes("c"), bytes("a\nb"));
        assertThat(Arrays.copyOf(one, 12)).isNotEqualTo(Arrays.copyOf(two, 12));
    }

    @Test
    void what_was_sealed_with_another_way_to_a_nonce_opens() {
        byte[] before = Base64.getUrlDecoder().decode("z6T4Bfce5MIn5jm9B2fuqKE74TXlI1CK-Z7orCUolpM-");
        assertThat(before).isNotEqualTo(sealed);
        assertThat(key.open("rows", before, ROW).map(SymmetricKeysTest::text)).isEqualTo(Optional.of("a row"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
