package dev.lockstile.auth.internal.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The form of keys, which scanners look for and which tells a mistyped key. */
final class ApiKeyTextTest {

    private final ApiKeyText text = new ApiKeyText("acme", 56);

    @Test
    void what_is_written_is_read() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] content = new byte[56];
            random.nextBytes(content);
            if (i < 3) {
                Arrays.fill(content, (byte) (i == 0 ? 0 : i == 1 ? 0xff : 1));
            }
            String written = text.write(content);
            assertThat(written).matches("acme_[0-9A-Za-z]{82}");
            assertThat(text.read(written))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
        }
    }

    /** The checksum is the one of GitHub's tokens: CRC-32 of the digits before it, in base 62, six digits wide. */
    @Test
    void the_checksum_is_the_crc_32_of_the_digits_before_it() {
        assertThat(new ApiKeyText("ab", 1).write(new byte[] {61})).isEqualTo("ab_0z0qa7KQ");
    }

    @Test
    void each_other_character_is_noticed() {
        String written = text.write(new byte[56]);
        for (int at = 0; at < written.length(); at++) {
            char other = written.charAt(at) == 'x' ? 'y' : 'x';
            assertThat(text.read(written.substring(0, at) + other + written.substring(at + 1)))
                    .as("character " + at)
                    .isEmpty();
        }
    }

    @Test
    void a_text_of_another_form_is_none() {
        String written = text.write(new byte[56]);
        assertThat(text.read("")).isEmpty();
        assertThat(text.read(written + "0")).isEmpty();
        assertThat(text.read(written.substring(1))).isEmpty();
        assertThat(text.read(written.replace('0', '-'))).isEmpty();
        assertThat(new ApiKeyText("acm", 56).read(written)).isEmpty();
    }

    @Test
    void digits_beyond_the_bytes_are_none() {
        String largest = new ApiKeyText("ab", 1).write(new byte[] {(byte) 0xff});
        assertThat(largest).startsWith("ab_47");
        assertThat(new ApiKeyText("ab", 1).read("ab_zz" + checksum("zz"))).isEmpty();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            digits.insert(
                    0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".charAt((int) (rest % 62)));
            rest /= 62;
        }
        return digits.toString();
    }
}
