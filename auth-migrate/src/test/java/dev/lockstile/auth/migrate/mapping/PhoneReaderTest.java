package dev.lockstile.auth.migrate.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneReaderTest {

    private final PhoneReader anywhere = new PhoneReader(null);

    @ParameterizedTest
    @CsvSource({
        "+52 556-8000023, +525568000023, false",
        "00525513000414, +525513000414, false",
        "14155550007, +14155550007, true",
        "447700000134, +447700000134, true",
        "+٥٢٥٥١٣٠٠٠٤١٤, +525513000414, false",
        "5551234567, , false",
        "+12, , false",
        "call me, , false",
        "+, , false"
    })
    void numbers_are_read_as_the_rules_say(String text, String e164, boolean assumed) {
        if (e164 == null) {
            assertThat(anywhere.read(text)).isEmpty();
        } else {
            assertThat(anywhere.read(text)).contains(new PhoneReader.Reading(e164, assumed));
        }
    }

    @Test
    void a_national_number_is_read_in_the_default_region() {
        PhoneReader mexico = new PhoneReader("MX");

        assertThat(mexico.read("55 6800 0023")).contains(new PhoneReader.Reading("+525568000023", false));
        assertThat(mexico.read("14155550007")).contains(new PhoneReader.Reading("+14155550007", true));
    }
}
