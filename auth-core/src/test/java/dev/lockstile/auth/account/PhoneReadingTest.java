package dev.lockstile.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers as people paste them, texts that are no one number, and numbers of plans that have changed. */
class PhoneReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+62812345678.0",
                "+43664123456.00",
                "+43664123456.000",
                "+6281234567.5",
                "+62 812 3456 7821 / 7822",
                "+6281234567823;+6281234567824",
                "+62812345678/+62812345679",
                "+49 30 1234567/8",
                "+43 (0) 664 1234573/74",
                "+43 664 1234573/1234574",
                "+6.2812E+10",
                "+447911123456 ext 5",
                "+447911123456x5",
                "+447911123456#5",
                "+447911123456,+447911123457",
                "+447911123456\n+447911123457",
                "+62 812 3456 7821 (2)",
                "+49 30 1234567 (12)",
                "+62 812 3456 7821 - 7822",
                "+43 664 1234567 \u2013 69",
                "+8 (495) 123-45-67",
                "+8 495 1234567",
                "+3 8 123 45 67",
                "+3 9 (050) 123 45 67",
                "+49 30 12345 - 67",
                "+55 11 98765 4321 - 22",
                "2024-01-15",
                "62812345678"
            })
    void what_is_not_one_number_is_none(String text) {
        assertThat(read(text, null)).isNull();
        assertThat(read(text, "ID")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202a+447911123456\u202c",
                "+\u0664\u0664\u0667\u0669\u0661\u0661\u0661\u0662\u0663\u0664\u0665\u0666",
                "\uff0b447911123456",
                "\u200e+44 7911\u2011123456",
                "+44\u2009(0)7911\u00a0123456",
                "tel:+447911123456",
                "0044 7911 123456",
                "+44.7911.123456",
                "+44 7911.123456",
                "+44 7911\u2212123456",
                "+44 7911/123456",
                "+44 (0) 7911 / 12 34 56",
                "0044 (0) 7911/123456"
            })
    void a_pasted_number_is_read(String text) {
        assertThat(read(text, null)).isEqualTo("+447911123456");
    }

    @ParameterizedTest
    @CsvSource({
        "+33.6.12.34.56.78, +33612345678",
        "(+44) 7911 123456, +447911123456",
        "(+ 44)7911-123456, +447911123456",
        "+62 812 - 3456 - 7821, +6281234567821",
        "+49 30 12345-67, +49301234567",
        "+62.812.3456.7821, +6281234567821",
        "+7 (495) 123-45-67, +74951234567",
        "+1 (868) 291-1234, +18682911234",
        "+3 8 (050) 123 45 67, +380501234567",
        "+3 8 050 123-45-67, +380501234567",
        "+38 (050) 123 - 4567, +380501234567",
        "+55 11 98765 - 4321, +5511987654321",
        "+81 90 1234 - 5678, +819012345678"
    })
    void a_number_is_read_as_its_country_writes_it(String text, String number) {
        assertThat(read(text, null)).isEqualTo(number);
    }

    @Test
    void digits_that_are_two_numbers_of_one_country_are_none() {
        assertThat(read("62812345678", "ID")).isNull();
        assertThat(read("+62812345678", "ID")).isEqualTo("+62812345678");
        assertThat(read("0628 1234 5678", "ID")).isEqualTo("+6262812345678");
    }

    @ParameterizedTest
    @CsvSource({
        "+5215512345678, , +525512345678",
        "15512345670, MX, +525512345670",
        "+52 1 (81) 1234-5678, , +528112345678",
        "+54 9 011 2345 6789, , +5491123456789",
        "+54 9 11 15 2345 6789, , +5491123456789",
        "+54 11 15 2345 6789, , +5491123456789",
        "+55 11 8765 4321, , +5511987654321",
        "(21) 9876-5432, BR, +5521998765432",
        "+55 11 3456 7890, , +551134567890",
        "+225 07123456, , +2250707123456",
        "+225 01 23 45 67, , +2250101234567",
        "+225 45123456, , +2250545123456",
        "+54 9 351 15 234 5678, , +5493512345678",
        "+54 9 2964 15 234567, , +5492964234567",
        "0351 15 2345678, AR, +5493512345678",
        "+229 97 12 34 56, , +2290197123456",
        "97123456, BJ, +2290197123456",
        "+237 71 23 45 67, , +237671234567",
        "+237 99123456, , +237699123456",
        "+230 7912345, , +23057912345",
        "+84 120 123 4567, , +84701234567",
        "0168 123 4567, VN, +84381234567",
        "+84 186 123 4567, , +84561234567",
        "+84 199 123 4567, , +84591234567",
        "044 55 1234 5678, MX, +525512345678",
        "045 81 1234 5678, MX, +528112345678",
        "01 33 1234 5678, MX, +523312345678",
        "+52 01 55 1234 5678, , +525512345678",
        "+52 044 (55) 1234-5678, , +525512345678",
        "5215512345678, MX, +525512345678",
        "0221 15 456-7890, AR, +5492214567890",
        "+54 (9) 261 15 555-1234, , +5492615551234",
        "+54 0341 15 555 1234, , +5493415551234",
        "+55 (011) 8765-4321, , +5511987654321",
        "0 15 11 8765-4321, BR, +5511987654321",
        "+55 11 7812 3456, , +551178123456",
        "+55 11 7112 3456, , +5511971123456",
        "07 12 34 56, CI, +2250707123456",
        "+225 41 23 45 67, , +2250141234567",
        "+225 20 21 12 34, , +2252720211234",
        "+225 27 20 21 12 34, , +2252720211234",
        "+241 07 12 34 56, , +24177123456",
        "+241 6 12 34 56, , +24166123456",
        "04 12 34 56, GA, +24174123456",
        "+241 077 12 34 56, , +24177123456"
    })
    void an_old_form_is_todays_number(String text, @Nullable String region, String number) {
        assertThat(read(text, region)).isEqualTo(number);
    }

    @Test
    void old_and_new_form_are_one_key() {
        IdentifierRules rules = IdentifierRules.standard();
        assertThat(rules.phone("+5215512345678").map(Identifier::key))
                .isEqualTo(rules.phone("+525512345678").map(Identifier::key));
    }

    @ParameterizedTest
    @CsvSource({
        "+525512345678, +5215512345678",
        "+5491123456789, +54901123456789",
        "+5511987654321, +551187654321",
        "+2250707123456, +22507123456",
        "+5493512345678, +549351152345678",
        "+5492964234567, +54296415234567",
        "+2290197123456, +22997123456",
        "+84381234567, +841681234567",
        "+84701234567, +841201234567",
        "+84791234567, +841211234567",
        "+525512345678, +520445512345678",
        "+2252720211234, +22520211234",
        "+24177123456, +24107123456",
        "+24166123456, +2416123456"
    })
    void a_number_of_today_has_the_forms_of_older_plans(String number, String form) {
        assertThat(PhoneNumbers.olderForms(number)).contains(form);
        assertThat(PhoneNumbers.olderForms(number))
                .allSatisfy(old -> assertThat(PhoneNumbers.current(old)).isEqualTo(number));
        assertThat(PhoneNumbers.olderForms("+447911123456")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+525512345678, +52 55 1234 5678",
        "+447911123456, +44 7911 123456",
        "+12025550123, +1 202-555-0123",
        "+999123456789, +999123456789",
        "+52 55 1234 5678, +52 55 1234 5678",
        "ana@example.com, ana@example.com",
        "'', ''"
    })
    void a_number_is_shown_in_the_groups_of_its_country(String stored, String shown) {
        assertThat(PhoneNumbers.grouped(stored)).isEqualTo(shown);
    }

    private static @Nullable String read(String text, @Nullable String region) {
        return IdentifierRules.inRegion(region)
                .phone(text)
                .map(Identifier::value)
                .orElse(null);
    }
}
