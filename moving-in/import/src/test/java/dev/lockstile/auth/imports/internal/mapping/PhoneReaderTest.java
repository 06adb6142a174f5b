package dev.lockstile.auth.imports.internal.mapping;

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
        "62812345678.0, , false",
        "812345678.0, , false",
        "43664123456.0, , false",
        "+62 812 3456 7821 / 7822, , false",
        "6281234567823;6281234567824, , false",
        "6.2812E+11, , false",
        "+62 812 3456 7821 ext 5, , false",
        "+5215512345678, +525512345678, false",
        "5511987654321, +5511987654321, true",
        "+55 11 8765 4321, +5511987654321, false",
        "+225 07123456, +2250707123456, false",
        "+54 9 11 15 2345 6789, +5491123456789, false",
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

    @ParameterizedTest
    @CsvSource({
        "55 1234 5670, 52, +525512345670",
        "+525512345670, 52, +525512345670",
        "525512345670, +52, +525512345670",
        "00525512345670, 52, +525512345670",
        "5551234567, 1, +15551234567",
        "15551234567, 0001, +15551234567",
        "15512345670, 52, ",
        "5215512345679, +52, +525512345679",
        "+5215512345678, 52, +525512345678",
        "11 8765-4321, 55, +5511987654321",
        "+15512345670, 52, ",
        "0015512345670, 52, ",
        "+1 551 234 5670, 52, ",
        "447700000134, 52, ",
        "+447700000134, 1, ",
        "\uff0b15512345670, 52, ",
        "+\u0661\u0665\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0660, 52, "
    })
    void the_country_beside_a_number_decides(String text, String country, String e164) {
        if (e164 == null) {
            assertThat(anywhere.read(text, country)).isEmpty();
            assertThat(new PhoneReader("US").read(text, country)).isEmpty();
            assertThat(anywhere.isOfAnotherCountry(text, country)).isTrue();
        } else {
            assertThat(anywhere.read(text, country)).contains(new PhoneReader.Reading(e164, false));
            assertThat(anywhere.isOfAnotherCountry(text, country)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"14155550007, ", "14155550007, 999", "14155550007, none", "14155550007, 123456"})
    void what_is_no_country_decides_nothing_and_the_number_is_an_assumption(String text, String country) {
        assertThat(anywhere.read(text, country)).contains(new PhoneReader.Reading("+14155550007", true));
    }

    @ParameterizedTest
    @CsvSource({"555, 1", "1234567, 1", "0000000000, 52", "call me, 52", "12, 52"})
    void a_number_of_no_country_is_none_and_not_another_countrys(String text, String country) {
        assertThat(anywhere.read(text, country)).isEmpty();
        assertThat(anywhere.isOfAnotherCountry(text, country)).isFalse();
    }

    @Test
    void a_national_number_is_read_in_the_default_region() {
        PhoneReader mexico = new PhoneReader("MX");

        assertThat(mexico.read("55 6800 0023")).contains(new PhoneReader.Reading("+525568000023", false));
        assertThat(mexico.read("14155550007")).contains(new PhoneReader.Reading("+14155550007", true));
    }
}
