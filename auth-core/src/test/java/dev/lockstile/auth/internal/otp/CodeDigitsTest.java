package dev.lockstile.auth.internal.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Randomness;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeDigitsTest {

    @Test
    void each_digit_is_as_likely_as_another() {
        // of the 256 values of a byte the last six are left out: 0 to 249 hold each digit 25 times
        Iterator<Integer> bytes = List.of(255, 250, 249, 0, 13, 128).iterator();
        Randomness scripted = count -> new byte[] {bytes.next().byteValue()};
        assertThat(CodeDigits.random(scripted, 4)).isEqualTo("9038");
        assertThat(bytes.hasNext()).isFalse();
    }
}
