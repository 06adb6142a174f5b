package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.PasswordProblem.Code;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each word of an owner by itself, and each form of a common password at the edge of its rule. */
class PolicyWordsTest {

    private final PasswordPolicy policy = Passwords.of(PasswordSettings.owasp()).policy();

    private List<Code> codes(String candidate, PasswordContext context) {
        return policy.problems(Secret.of(candidate), context).stream()
                .map(PasswordProblem::code)
                .toList();
    }

    private List<Code> codes(String candidate) {
        return codes(candidate, PasswordContext.none());
    }

    private void spoils(PasswordContext context, String candidate) {
        assertThat(codes(candidate, context)).as(candidate).contains(Code.CONTEXT);
    }

    private void leaves(PasswordContext context, String candidate) {
        assertThat(codes(candidate, context)).as(candidate).doesNotContain(Code.CONTEXT);
    }

    private static PasswordContext email(String email) {
        return new PasswordContext(email, null, null, List.of());
    }

    private static PasswordContext phone(String phone) {
        return new PasswordContext(null, phone, null, List.of());
    }

    private static PasswordContext username(String username) {
        return new PasswordContext(null, null, username, List.of());
    }

    private static PasswordContext words(String... words) {
        return new PasswordContext(null, null, null, List.of(words));
    }

    @Test
    void a_word_of_four_letters_counts_and_one_of_three_does_not() {
        spoils(username("vega"), "vega2026!!");
        leaves(username("veg"), "veg2026!!");
        spoils(words("vega"), "vega2026!!");
    }

    @Test
    void eight_characters_beside_the_words_are_enough() {
        leaves(username("gonzalez"), "gonzalezvtqzkmwp");
        spoils(username("gonzalez"), "gonzalezvtqzkmw");
        spoils(username("gonzalez"), "vtqzgonzalezkmw");
        spoils(username("gonzalez"), "gonzalez-928374650182");
    }

    @Test
    void longer_words_are_taken_out_before_those_within_them() {
        spoils(words("vega", "vegaliante"), "vegaliantewxyz12");
        spoils(words("vegaliante", "vega"), "vegaliantewxyz12");
    }

    @Test
    void an_address_counts_whole_and_in_its_parts() {
        PasswordContext owner = email("ana.bel.cruz@na-ra-du.example");
        spoils(owner, "anabelcruz99");
        spoils(owner, "naradu2026!!");
        spoils(owner, "example2026!!");
        spoils(owner, "ana.bel.cruz@na-ra-du.example");
        leaves(owner, "anavtqzkmwp");
        spoils(email("vega@localhostess"), "localhostess!");
        spoils(email("ana.bel.cruz"), "anabelcruz99");
    }

    @Test
    void a_number_counts_with_and_without_its_beginning() {
        spoils(phone("555-1234"), "5551234!");
        spoils(phone("+52 55 1234 5678"), "2345678!");
        spoils(phone("+52 55 1234 5678"), "+525512345678");
        leaves(phone("+52 55 1234 5678"), "345678kq");
    }

    @Test
    void a_text_counts_without_its_blanks_and_each_part_with_and_without_decoration() {
        spoils(words("An Bo Cid"), "anbocid2026");
        spoils(words("xx vega77"), "vegaqwxz");
        spoils(words("xx vega77"), "vega77vtqzkm");
        leaves(words("xx vega77"), "vegavtqzkmwp");
    }

    @Test
    void signs_that_stand_for_letters_are_read_as_letters() {
        spoils(username("oleastbasie"), "0134578@$!€");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtqzvtqz", "vtqvtqvtq", "90123456", "10987654", "78901234", "32109876", "hgfedcba"})
    void a_unit_of_four_repeated_and_a_row_through_zero_are_common(String candidate) {
        assertThat(codes(candidate)).contains(Code.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtqzkvtqzk", "90817263", "12345609", "98765490", "abcdefhi", "vtqzkmwp"})
    void a_unit_of_five_repeated_and_a_row_with_a_gap_are_not(String candidate) {
        assertThat(codes(candidate)).doesNotContain(Code.TOO_COMMON);
    }

    @Test
    void a_password_that_is_too_short_is_not_common_for_that() {
        assertThat(codes("vtqz")).containsExactly(Code.TOO_SHORT);
        assertThat(codes("qk")).containsExactly(Code.TOO_SHORT);
        assertThat(codes("ab")).containsExactly(Code.TOO_SHORT);
        assertThat(codes("ihg")).contains(Code.TOO_COMMON);
    }

    @Test
    void a_common_password_twice_within_decoration_is_common() {
        assertThat(codes("!!sunshinesunshine1")).contains(Code.TOO_COMMON);
        assertThat(codes("1monkey!")).contains(Code.TOO_COMMON);
    }
}
