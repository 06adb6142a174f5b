package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Confirming a registration by the code beside the link: with the challenge of the client alone, and once. */
abstract class ConfirmationCodeContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Outcome<EmailConfirmation.Proven> REFUSED = Outcome.refused(Refusal.INVALID_LINK);

    /** For those who extend it. */
    protected ConfirmationCodeContract() {}

    @Test
    void the_client_that_registered_confirms_by_the_code_and_keeps_the_password() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        assertThat(code).hasSize(8);
        EmailConfirmation link = EmailConfirmation.of(fixture.linkTo(ANA));
        assertThat(confirm(registered, code)).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(confirm(registered, code)).as("used").isEqualTo(REFUSED);
        assertThat(fixture.auth.registrations().confirmEmail(link))
                .as("ended with it")
                .isEqualTo(REFUSED);
    }

    @Test
    void the_link_ends_the_code() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        fixture.auth.registrations().confirmEmail(fixture.confirmation(ANA, registered.registration()));
        assertThat(confirm(registered, code)).isEqualTo(REFUSED);
    }

    @Test
    void without_the_secret_of_the_registration_the_password_goes() {
        String challenge = challenge(register(ANA));
        Outcome<EmailConfirmation.Proven> result = fixture.auth
                .registrations()
                .confirmEmailByCode(EmailConfirmation.ByCode.of(challenge, Secret.of(fixture.codeTo(ANA))));
        assertThat(result)
                .extracting(Outcome::orElseThrow)
                .satisfies(proven -> assertThat(proven.setPassword()).isNotNull());
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_challenge_of_another_address_or_a_made_up_one_opens_nothing() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        String other = challenge(register("eve@acme.example"));
        String own = challenge(registered);
        String[] parts = own.split("\\.", 2);
        for (String wrong : List.of(other, "", ".", "..", "a.b.c", parts[1], "zzzzzz." + parts[1], own + "x")) {
            assertThat(fixture.auth
                            .registrations()
                            .confirmEmailByCode(EmailConfirmation.ByCode.of(wrong, Secret.of(code))))
                    .as(wrong)
                    .isEqualTo(REFUSED);
        }
        assertThat(confirm(registered, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void five_wrong_codes_spoil_the_right_one_and_leave_the_link() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(registered, FlowFixture.not(code))).isEqualTo(REFUSED);
        }
        assertThat(confirm(registered, code)).isEqualTo(REFUSED);
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(ANA)))
                .as("the tries of a password are others")
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void wrong_codes_at_one_address_leave_the_others_alone() {
        Registration.Accepted eve = register("eve@acme.example");
        for (int i = 0; i < 6; i++) {
            assertThat(confirm(eve, "00000000")).isEqualTo(REFUSED);
        }
        Registration.Accepted registered = register(ANA);
        assertThat(confirm(registered, fixture.codeTo(ANA))).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void a_code_is_over_with_the_link_beside_it() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        fixture.clock.advance(FlowFixture.settings().links().confirmTtl());
        assertThat(confirm(registered, code)).isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_asked_for_later_does_not_outlive_the_link() {
        register(ANA);
        Secret code = Secret.of(fixture.codeTo(ANA));
        Duration younger = Duration.ofSeconds(30);
        fixture.clock.advance(younger);
        String later = resend(ANA);
        fixture.clock.advance(FlowFixture.settings().links().confirmTtl().minus(younger));
        assertThat(fixture.auth.registrations().confirmEmailByCode(EmailConfirmation.ByCode.of(later, code)))
                .isEqualTo(REFUSED);
        EmailConfirmation.ByCode.Registrant guess =
                new EmailConfirmation.ByCode.Registrant(null, Secret.of("another password 5"));
        assertThat(fixture.auth
                        .registrations()
                        .confirmEmailByCode(new EmailConfirmation.ByCode(later, code, null, guess)))
                .as("no password is looked at")
                .isEqualTo(REFUSED);
    }

    @Test
    void wrong_codes_of_a_stranger_leave_the_tries_of_whoever_registered() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        String strangers = resend(ANA);
        assertThat(strangers).as("asked for in the same second").isNotEqualTo(challenge(registered));
        for (int i = 0; i < 6; i++) {
            Secret wrong = Secret.of(FlowFixture.not(code));
            assertThat(fixture.auth.registrations().confirmEmailByCode(EmailConfirmation.ByCode.of(strangers, wrong)))
                    .isEqualTo(REFUSED);
        }
        assertThat(fixture.auth
                        .registrations()
                        .confirmEmailByCode(EmailConfirmation.ByCode.of(strangers, Secret.of(code))))
                .as("the stranger's tries are spent")
                .isEqualTo(REFUSED);
        assertThat(confirm(registered, code)).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void all_challenges_of_one_address_together_have_fifty_tries_and_whoever_registered_has_five_more() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        spendTheTriesOfAll(FlowFixture.not(code));
        EmailConfirmation.ByCode right = EmailConfirmation.ByCode.of(challenge(registered), Secret.of(code));
        Secret decoy = register("eve@acme.example").registration();
        for (EmailConfirmation.ByCode refused : List.of(right, right.withRegistration(decoy))) {
            assertThat(fixture.auth.registrations().confirmEmailByCode(refused)).isEqualTo(REFUSED);
        }
        assertThat(confirm(registered, code)).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void the_fifty_tries_of_one_address_leave_those_of_the_others_alone() {
        register(ANA);
        spendTheTriesOfAll(FlowFixture.not(fixture.codeTo(ANA)));
        String eves = challenge(register("eve@acme.example"));
        EmailConfirmation.ByCode right =
                EmailConfirmation.ByCode.of(eves, Secret.of(fixture.codeTo("eve@acme.example")));
        assertThat(fixture.auth.registrations().confirmEmailByCode(right)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_tries_of_whoever_registered_are_five_whatever_the_challenge() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        spendTheTriesOfAll(FlowFixture.not(code));
        for (int i = 0; i < 5; i++) {
            EmailConfirmation.ByCode wrong = EmailConfirmation.ByCode.of(resend(ANA), Secret.of(FlowFixture.not(code)));
            assertThat(fixture.auth
                            .registrations()
                            .confirmEmailByCode(wrong.withRegistration(registered.registration())))
                    .isEqualTo(REFUSED);
        }
        assertThat(confirm(registered, code)).isEqualTo(REFUSED);
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(ANA)))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void twenty_wrong_codes_at_once_over_two_nodes_are_five() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        ParallelRun.run(20, n -> confirm(nodes.get(n % 2), registered, FlowFixture.not(code)));
        assertThat(confirm(registered, code)).isEqualTo(REFUSED);
    }

    @Test
    void link_and_code_at_once_prove_the_address_once() {
        Registration.Accepted registered = register(ANA);
        String code = fixture.codeTo(ANA);
        EmailConfirmation link = fixture.confirmation(ANA, registered.registration());
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int proven = ParallelRun.winners(
                5,
                n -> (n % 2 == 0
                                ? confirm(nodes.get(n % 2), registered, code)
                                : nodes.get(n % 2).registrations().confirmEmail(link))
                        instanceof Outcome.Done);
        assertThat(proven).isEqualTo(1);
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_newer_message_ends_the_older_code_and_either_challenge_goes_with_the_newer_one() {
        Registration.Accepted registered = register(ANA);
        String older = fixture.codeTo(ANA);
        fixture.clock.advance(Duration.ofMinutes(2));
        String again = resend(ANA);
        String newer = fixture.codeTo(ANA);
        assertThat(confirm(registered, older)).isEqualTo(REFUSED);
        EmailConfirmation.ByCode byNewer =
                EmailConfirmation.ByCode.of(again, Secret.of(newer)).withRegistration(registered.registration());
        assertThat(fixture.auth.registrations().confirmEmailByCode(byNewer))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void asking_again_too_early_gives_a_challenge_that_works() {
        Registration.Accepted registered = register(ANA);
        String again = resend(ANA);
        EmailConfirmation.ByCode confirmation = EmailConfirmation.ByCode.of(again, Secret.of(fixture.codeTo(ANA)))
                .withRegistration(registered.registration());
        assertThat(fixture.auth.registrations().confirmEmailByCode(confirmation))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void a_taken_and_an_unknown_address_get_a_challenge_too() {
        String free = challenge(register(ANA));
        fixture.member("eve@acme.example");
        assertThat(challenge(register("eve@acme.example"))).hasSameSizeAs(free);
        assertThat(resend("nobody@acme.example")).hasSameSizeAs(free);
        assertThat(resend("eve@acme.example")).hasSameSizeAs(free);
    }

    private void spendTheTriesOfAll(String wrong) {
        for (int i = 0; i < 50; i++) {
            EmailConfirmation.ByCode strangers = EmailConfirmation.ByCode.of(resend(ANA), Secret.of(wrong));
            assertThat(fixture.auth.registrations().confirmEmailByCode(strangers))
                    .isEqualTo(REFUSED);
        }
    }

    private String resend(String email) {
        Outcome<String> result = fixture.auth.registrations().resendConfirmation(email);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Registration.Accepted register(String email) {
        return fixture.auth
                .registrations()
                .register(FlowFixture.registration(email, null, null))
                .orElseThrow();
    }

    private static String challenge(Registration.Accepted registered) {
        return Objects.requireNonNull(registered.challengeId());
    }

    private Outcome<EmailConfirmation.Proven> confirm(Registration.Accepted registered, String code) {
        return confirm(fixture.auth, registered, code);
    }

    private static Outcome<EmailConfirmation.Proven> confirm(Auth node, Registration.Accepted registered, String code) {
        return node.registrations()
                .confirmEmailByCode(EmailConfirmation.ByCode.of(challenge(registered), Secret.of(code))
                        .withRegistration(registered.registration()));
    }
}
