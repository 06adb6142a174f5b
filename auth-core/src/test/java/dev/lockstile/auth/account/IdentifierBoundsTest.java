package dev.lockstile.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.internal.identifier.PhoneCountry;
import dev.lockstile.auth.model.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last text that is an address, a number or a user name, beside the first one that is none. */
final class IdentifierBoundsTest {

    private final IdentifierRules rules = IdentifierRules.standard();

    @Test
    void a_local_part_has_64_bytes_at_most() {
        assertThat(rules.email("a@example.com")).isPresent();
        assertThat(rules.email("@example.com")).isEmpty();
        assertThat(rules.email("a".repeat(64) + "@example.com")).isPresent();
        assertThat(rules.email("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(rules.email("\u00e9".repeat(32) + "@example.com")).isPresent();
        assertThat(rules.email("\u00e9".repeat(33) + "@example.com")).isEmpty();
    }

    @Test
    void an_address_has_254_characters_at_most() {
        String labels = ("b".repeat(59) + '.').repeat(3);
        String longest = "a".repeat(64) + '@' + labels + "c".repeat(5) + ".com";
        assertThat(longest).hasSize(254);
        assertThat(rules.email(longest).map(Identifier::value)).contains(longest);
        assertThat(rules.email("a".repeat(64) + '@' + labels + "c".repeat(6) + ".com"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "<", ">", "[", "]", ":", ";", ",", "\\", "\"", " ", "\u2003", "\u00a0", "\u1680"})
    void a_local_part_has_no_sign_that_a_mail_server_reads_as_another_thing(String sign) {
        assertThat(rules.email("a" + sign + "b@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@", "a@example.com.", "a@stra\u00dfe.example", "a@\u03bb\u03cc\u03b3\u03bf\u03c2.example"})
    void a_domain_that_two_standards_read_in_two_ways_is_none(String address) {
        assertThat(rules.email(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufb01", "\uff41", "\u2460", "\u212a", "\u1fef"})
    void a_letter_that_is_only_compatible_is_refused(String letter) {
        assertThat(rules.email("a" + letter + "b@example.com")).isEmpty();
        assertThat(rules.username("a" + letter + "b")).isEmpty();
    }

    @Test
    void three_digits_look_like_a_number_and_two_do_not() {
        assertThat(rules.newUsername("12")).isPresent();
        assertThat(rules.newUsername("1-2")).isPresent();
        assertThat(rules.newUsername("109")).isEmpty();
        assertThat(rules.newUsername("900")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/447911123456", ".447911123456", "/0044 7911123456"})
    void a_number_does_not_begin_with_what_stands_between_digits(String text) {
        assertThat(rules.phone(text)).isEmpty();
        assertThat(IdentifierRules.inRegion("GB").phone(text)).isEmpty();
    }

    @Test
    void a_number_of_a_satellite_is_of_no_country() {
        assertThat(PhoneCountry.of("+870773111632")).isEmpty();
        assertThat(PhoneCountry.of("+436641234567")).contains("AT");
        assertThat(PhoneCountry.of("none")).isEmpty();
    }
}
