package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.PasswordProblem.Code;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordContext MARIA = new PasswordContext(
            "Maria.Gonzalez@harbour-tools.example", "+52 55 1234 5678", "mgonzalez_77", List.of("Al", "Marisol"));

    private final PasswordPolicy owasp = policy(PasswordSettings.owasp().withServiceWords("Lockstile", "Door Works"));

    private static PasswordPolicy policy(PasswordSettings settings) {
        return Passwords.of(settings).policy();
    }

    private static List<Code> codes(PasswordPolicy policy, String candidate, PasswordContext context) {
        return policy.problems(Secret.of(candidate), context).stream()
                .map(PasswordProblem::code)
                .toList();
    }

    private List<Code> codes(String candidate) {
        return codes(owasp, candidate, MARIA);
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(codes("vtqzkmw")).containsExactly(Code.TOO_SHORT);
        assertThat(codes("vtqzkmwp")).isEmpty();
        assertThat(codes("🦊🐢🐙🦉🐝🦋🐌")).containsExactly(Code.TOO_SHORT);
        assertThat(codes("🦊🐢🐙🦉🐝🦋🐌🐞")).isEmpty();
        String unit = "vtqzkmwp3hfxjrsd";
        assertThat(codes((unit + "y").repeat(7) + "vtqzkmwp3")).isEmpty();
        assertThat(codes("a€".repeat(32) + "zq".repeat(32) + "x")).containsExactly(Code.TOO_LONG);
        assertThat(codes("🦊🐢🐙🦉".repeat(16) + "🐝🦋🐌🐞".repeat(16))).isEmpty();
    }

    @Test
    void accents_count_once_however_they_are_composed() {
        assertThat(codes("e\u0301".repeat(3) + "vtqz")).containsExactly(Code.TOO_SHORT);
    }

    @Test
    void the_presets_ask_for_8_and_15() {
        String fourteen = "vtqzkmwp3hfxjr";
        for (PasswordSettings settings : List.of(
                PasswordSettings.owasp(),
                PasswordSettings.nistAal2(),
                PasswordSettings.owasp().withLength(8, 128))) {
            assertThat(codes(policy(settings), "vtqzkmw", MARIA)).containsExactly(Code.TOO_SHORT);
            assertThat(codes(policy(settings), "vtqzkmwp", MARIA)).isEmpty();
        }
        PasswordPolicy nist = policy(PasswordSettings.nistAal1());
        assertThat(nist.problems(Secret.of(fourteen), MARIA))
                .containsExactly(new PasswordProblem(Code.TOO_SHORT, Map.of("min", 15)));
        assertThat(codes(nist, fourteen + "s", MARIA)).isEmpty();
    }

    @Test
    void more_than_1024_bytes_are_too_long_before_anything_else_is_looked_at() {
        PasswordProblem expected = new PasswordProblem(Code.TOO_LONG, Map.of("max", 128, "maxBytes", 1_024));
        assertThat(owasp.problems(Secret.of("x".repeat(1_025)), MARIA)).containsExactly(expected);
        assertThat(owasp.problems(Secret.of("€".repeat(400)), MARIA)).containsExactly(expected);
        assertThat(owasp.problems(Secret.of("password".repeat(1_000_000)), MARIA))
                .containsExactly(expected);
    }

    @Test
    void text_that_is_not_well_formed_is_refused() {
        assertThat(codes("vtqzkmwp\uD800")).containsExactly(Code.MALFORMED);
    }

    @Test
    void no_kind_of_character_is_asked_for() {
        assertThat(codes("wharf lantern biscuit")).isEmpty();
        assertThat(codes(" leading and trailing ")).isEmpty();
        assertThat(codes("92746103")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "p@ssw0rd",
                "passwordpassword",
                "Password2026!",
                "!!sunshine123",
                "iloveyou",
                "qwertyuiop",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "abcdefghijkl",
                "1234567890123456",
                "87654321",
                "ｐａｓｓｗｏｒｄ",
                "monkeymonkeymonkey1"
            })
    void what_attackers_try_first_is_refused(String candidate) {
        assertThat(codes(candidate)).contains(Code.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria.gonzalez@harbour-tools.example",
                "Gonzalez2026",
                "mariagonzalez",
                "M4r1aG0nz4l3z!",
                "mgonzalez_77",
                "mgonzalez_77!!",
                "harbour-tools",
                "525512345678",
                "5512345678",
                "55-1234-5678",
                "lockstile2026",
                "Lockstile123456789",
                "L0ckstile!L0ckstile!",
                "doorworks2026",
                "marisol-marisol",
                "lockstilemaria99"
            })
    void a_password_made_of_the_owner_or_the_service_is_refused(String candidate) {
        assertThat(codes(candidate)).contains(Code.CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metal kettle vow",
                "lockstile wharf lantern",
                "gonzalez-vtqzkmwp",
                "tin 1234 cup saucer 88",
                "exemplary vow kettle"
            })
    void a_known_word_within_enough_else_is_fine(String candidate) {
        assertThat(codes(candidate)).isEmpty();
    }

    @Test
    void the_shipped_list_holds_far_more_than_the_three_thousand_asked_for() {
        assertThat(codes("corvette")).containsExactly(Code.TOO_COMMON);
        long refused = Lines.commonPasswords().stream()
                .filter(word -> word.length() >= 8)
                .filter(word -> codes(word).contains(Code.TOO_COMMON))
                .count();
        assertThat(refused).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void problem_codes_have_stable_texts() {
        assertThat(Code.values())
                .extracting(Code::text)
                .containsExactly(
                        "too_short",
                        "too_long",
                        "malformed",
                        "too_common",
                        "context",
                        "breached",
                        "breach_check_unavailable");
    }

    @Test
    void nothing_about_the_owner_shows_in_text() {
        assertThat(MARIA.toString()).doesNotContain("Maria").doesNotContain("1234");
    }

    @Test
    void figures_beyond_the_hard_bounds_are_refused() {
        PasswordSettings settings = PasswordSettings.owasp();
        assertThatThrownBy(() -> settings.withLength(7, 128)).hasMessageContaining("8 to 64");
        assertThatThrownBy(() -> settings.withLength(8, 63)).hasMessageContaining("64 to 1024");
        assertThatThrownBy(() -> settings.withCost(new Argon2Cost(4_096, 2, 1))).hasMessageContaining("too cheap");
        assertThatThrownBy(() -> settings.withCost(new Argon2Cost(1_048_576, 1, 1)))
                .hasMessageContaining("ceilings");
        assertThatThrownBy(() -> settings.withFailureFloor(Duration.ofMinutes(1)))
                .hasMessageContaining("floor");
        assertThatThrownBy(() -> settings.withPermits(0, Duration.ZERO)).hasMessageContaining("permits");
        assertThatThrownBy(() -> new HashCeilings(8, 8, 4, 1, 1, 1, 1)).hasMessageContaining("argon2MemoryKib");
    }
}
