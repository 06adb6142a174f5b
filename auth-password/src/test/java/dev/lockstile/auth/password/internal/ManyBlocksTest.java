package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** A PBKDF2 key of more blocks than two bytes can number, beside the platform's own function. */
class ManyBlocksTest {

    @Test
    void a_key_of_many_blocks_is_that_of_the_platform() throws Exception {
        int length = 70_000 * 20 + 7;
        PBEKeySpec spec = new PBEKeySpec("abc".toCharArray(), new byte[8], 1, 8 * length);
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(spec)
                .getEncoded();
        assertThat(Pbkdf2.derive(Prf.SHA1, Encodings.utf8("abc"), new byte[8], 1, length))
                .isEqualTo(expected);
    }

    @Test
    void a_key_counts_to_its_last_byte_and_no_further() {
        for (int length : new int[] {19, 20, 21, 40, 45}) {
            byte[] key = Pbkdf2.derive(Prf.SHA1, new byte[3], new byte[8], 10, length);
            assertThat(Pbkdf2.matches(Prf.SHA1, new byte[3], new byte[8], 10, key))
                    .isTrue();
            key[length - 1] ^= 1;
            assertThat(Pbkdf2.matches(Prf.SHA1, new byte[3], new byte[8], 10, key))
                    .isFalse();
        }
    }
}
