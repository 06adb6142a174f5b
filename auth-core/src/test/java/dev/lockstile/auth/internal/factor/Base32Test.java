package dev.lockstile.auth.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Base32 by the vectors of RFC 4648, section 10, without their padding. */
final class Base32Test {

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "f,MY",
        "fo,MZXQ",
        "foo,MZXW6",
        "foob,MZXW6YQ",
        "fooba,MZXW6YTB",
        "foobar,MZXW6YTBOI",
    })
    void the_vectors_of_the_standard_hold_both_ways(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), US_ASCII)).isEqualTo(text);
    }

    @Test
    void bytes_of_every_length_come_back() {
        Random random = new Random(41);
        for (int length = 0; length <= 65; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my", "M1", "M8", "MY==", "M Y", "MÉ"})
    void other_characters_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.decode(text));
    }
}
