package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Codes of applications and recovery codes (requirements OT1 to OT4 and RC1 to RC3). */
abstract class FactorAttacks extends SignInAttacks {

    private static final int MANY = 20;

    @Test
    void ot1_a_code_is_good_for_its_own_step_the_one_before_and_the_one_after_and_once() {
        SignInPerson ana = enrolled();
        refused(ana.show(ana.challenge(), "code", ana.app().code()), 401, "invalid_second_factor"); // it confirmed
        host.pass(Duration.ofMinutes(3));
        for (int away : new int[] {-2, 2}) {
            refused(ana.show(ana.challenge(), "code", ana.app().code(away)), 401, "invalid_second_factor");
        }
        in(ana.show(ana.challenge(), "code", ana.app().code(-1)));
        refused(ana.show(ana.challenge(), "code", ana.app().code(-1)), 401, "invalid_second_factor");
        in(ana.show(ana.challenge(), "code", ana.app().code(1)));
        refused(ana.show(ana.challenge(), "code", ana.app().code()), 401, "invalid_second_factor"); // a step before
    }

    @Test
    void ot1_of_many_challenges_answered_with_one_code_one_is_a_session() {
        SignInPerson ana = enrolled();
        String code = ana.freshCode();
        List<String> challenges =
                IntStream.range(0, MANY).mapToObj(n -> ana.challenge()).toList();
        assertThat(ParallelRun.winners(
                        MANY, n -> ana.show(challenges.get(n), "code", code).status() == 200))
                .isEqualTo(1);
    }

    @Test
    void ot2_a_secret_has_160_bits_is_sealed_and_is_never_shown_again() {
        SignInPerson ana = member();
        AuthClient client = signedIn(ana);
        AuthReply begun = client.post("totp/");
        String secret = begun.field("secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        confirm(client, begun);
        assertThat(host.dump()).doesNotContain(secret);
        for (String path : List.of("factors/", "totp/", "me/?client=web", "recovery-codes/")) {
            assertThat(client.get(path).text()).doesNotContain(secret);
        }
        assertThat(client.post("totp/").text()).doesNotContain(secret);
    }

    @Test
    void ot3_an_application_is_none_until_its_own_session_confirms_it_in_five_tries() {
        SignInPerson ana = member();
        AuthClient client = signedIn(ana);
        AuthReply begun = client.post("totp/");
        in(ana.byPassword());
        refused(confirm(signedIn(ana), begun), 401, "invalid_code");
        for (int i = 0; i < 5; i++) {
            refused(
                    client.post("totp/confirm/", "enrolment_id", begun.field("enrolment_id"), "code", "00000" + i),
                    401,
                    "invalid_code");
        }
        refused(confirm(client, begun), 401, "invalid_code");
        in(ana.byPassword());
        AuthReply late = client.post("totp/");
        host.pass(Duration.ofMinutes(10));
        refused(confirm(signedIn(ana), late), 401, "invalid_code");
    }

    @Test
    void ot4_a_code_is_a_text_of_six_digits_as_they_are_typed() {
        SignInPerson ana = enrolled();
        String code = ana.freshCode();
        String challenge = ana.challenge();
        for (Object wrong :
                List.of(List.of(code), Integer.parseInt("1" + code), "", code + "0", code.substring(1), "x" + code)) {
            AuthReply reply = ana.show(challenge, "code", wrong);
            assertThat(reply.status()).as("%s", reply).isIn(400, 401);
        }
        in(ana.show(challenge, "code", " " + code.substring(0, 3) + " " + arabic(code.substring(3))));
        assertThat(ana.show(ana.challenge(), "code", code).status())
                .as("the same code again")
                .isEqualTo(401);
    }

    private static String arabic(String digits) {
        return digits.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 0x0660))
                .collect(Collectors.joining());
    }

    @Test
    void rc1_a_recovery_code_is_good_once_under_any_parallelism() {
        SignInPerson ana = enrolled();
        String code = ana.nextRecoveryCode();
        List<String> challenges =
                IntStream.range(0, MANY).mapToObj(n -> ana.challenge()).toList();
        assertThat(ParallelRun.winners(
                        MANY,
                        n -> ana.show(challenges.get(n), "recovery_code", code).status() == 200))
                .isEqualTo(1);
        refused(ana.show(ana.challenge(), "recovery_code", code), 401, "invalid_second_factor");
    }

    @Test
    void rc2_a_recovery_code_has_120_bits_is_kept_as_a_digest_and_ends_with_a_new_set() {
        SignInPerson ana = enrolled();
        String old = ana.nextRecoveryCode();
        assertThat(old).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        String dump = host.dump();
        assertThat(dump)
                .doesNotContain(old, old.replace("-", ""), old.replace("-", "").toLowerCase());
        AuthReply made = signedIn(ana).post("recovery-codes/");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        refused(ana.show(ana.challenge(), "recovery_code", old), 401, "invalid_second_factor");
        JsonNode codes = made.json().path("codes");
        assertThat(codes).hasSize(10);
        in(ana.show(
                ana.challenge(),
                "recovery_code",
                codes.path(0).asString().toLowerCase().replace("-", " ")));
    }

    @Test
    void rc3_a_recovery_code_is_no_first_factor_and_its_owner_is_told_of_its_use() {
        SignInPerson ana = enrolled();
        String code = ana.nextRecoveryCode();
        refused(
                host.client().post("login/basic/", "login", ana.email, "password", code, "client", "web"),
                401,
                "invalid_credentials");
        AuthReply asCode = host.client().post("otp/verify/", "email", ana.email, "code", code, "client", "web");
        assertThat(asCode.status()).isIn(400, 401);
        refused(ana.show("no-challenge", "recovery_code", code), 401, "invalid_second_factor");
        int before = mails(ana);
        in(ana.show(ana.challenge(), "recovery_code", code));
        assertThat(mails(ana)).isEqualTo(before + 1);
    }

    private AuthReply confirm(AuthClient client, AuthReply begun) {
        String code = TotpGenerator.of(begun.field("secret"), host.clock()).code();
        return client.post("totp/confirm/", "enrolment_id", begun.field("enrolment_id"), "code", code);
    }

    private int mails(SignInPerson person) {
        return (int) host.server.kit().emails().messages().stream()
                .filter(mail -> mail.to().equals(person.email))
                .count();
    }
}
