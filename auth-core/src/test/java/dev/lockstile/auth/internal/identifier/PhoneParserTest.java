package dev.lockstile.auth.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a number without a country may stand for. */
final class PhoneParserTest {

    private final PhoneParser parser = new PhoneParser(null);

    @Test
    void a_number_without_a_sign_stands_for_an_international_and_for_national_ones() {
        assertThat(parser.readings("447911123456")).contains("+447911123456");
        assertThat(parser.readings("7911123456")).contains("+447911123456", "+17911123456");
        assertThat(parser.readings("117")).isNotNull();
    }

    @Test
    void a_number_with_a_sign_or_of_too_few_or_many_digits_stands_for_no_other() {
        assertThat(parser.readings("+447911123456")).isEmpty();
        assertThat(parser.readings("12")).isEmpty();
        assertThat(parser.readings("4479111234567890")).isEmpty();
    }

    @Test
    void a_form_that_no_older_plan_gave_out_is_no_older_form() {
        assertThat(RenumberedPhones.olderForms("+2250145123456")).isEmpty();
        assertThat(RenumberedPhones.olderForms("+2250101234567")).containsExactly("+22501234567");
    }
}
