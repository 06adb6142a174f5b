package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.BEN;
import static dev.lockstile.auth.passkey.PasskeyFixture.WEB;
import static dev.lockstile.auth.passkey.PasskeyFixture.answer;
import static dev.lockstile.auth.passkey.PasskeyFixture.done;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static dev.lockstile.auth.passkey.PasskeyFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who must have a second factor and has none makes a passkey between the two steps of a sign-in. */
final class PasskeyEnrolmentTest {

    private static final int RIVALS = 20;
    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_SECOND_FACTOR);

    private final PasskeyFixture site = new PasskeyFixture(
            SecondFactorSettings.optional().allowTrustedBrowsers().requiredOf(SecondFactorPolicy.everybody()));
    private final SoftwareAuthenticator key = key();

    @BeforeEach
    void register() {
        site.kit.member(ANA, PasskeyFixture.PASSWORD);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void nothing_begins_for_a_challenge_that_is_none_or_that_wants_no_enrolment() {
        Outcome<PasskeyCeremony> refused = Outcome.refused(Refusal.INVALID_SECOND_FACTOR);
        assertThat(site.auth.passkeyLogin().beginEnrolment(Secret.of("A".repeat(43))))
                .isEqualTo(refused);
        SecondFactorChallenge late = site.challenge(ANA);
        site.kit.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(site.auth.passkeyLogin().beginEnrolment(late.id())).isEqualTo(refused);
        SecondFactorChallenge enrolling = site.challenge(ANA);
        PasskeyCeremony ceremony = begin(enrolling);
        assertThat(site.secondFactor(enrolling, ceremony, key.create(ceremony))).isInstanceOf(Outcome.Done.class);
        assertThat(site.auth.passkeyLogin().beginEnrolment(enrolling.id()))
                .as("used")
                .isEqualTo(refused);
        assertThat(site.auth.passkeyLogin().beginEnrolment(site.challenge(ANA).id()))
                .as("there is a factor by now")
                .isEqualTo(refused);
    }

    @Test
    void a_sign_in_that_began_before_there_was_a_factor_adds_none_beside_it() {
        SecondFactorChallenge first = site.challenge(ANA);
        SecondFactorChallenge second = site.challenge(ANA);
        PasskeyCeremony ofFirst = begin(first);
        PasskeyCeremony ofSecond = begin(second);
        assertThat(site.secondFactor(first, ofFirst, key.create(ofFirst))).isInstanceOf(Outcome.Done.class);
        assertThat(site.secondFactor(second, ofSecond, key().create(ofSecond))).isEqualTo(REFUSED);
        assertThat(site.auth.passkeyLogin().beginEnrolment(second.id()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void an_account_without_a_proven_address_makes_none() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        site.disown(site.userOf(ANA), ANA);
        assertThat(site.auth.passkeyLogin().beginEnrolment(challenge.id()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void what_was_made_for_another_sign_in_or_another_person_adds_nothing() {
        site.kit.member(BEN, PasskeyFixture.PASSWORD);
        SecondFactorChallenge ana = site.challenge(ANA);
        SecondFactorChallenge again = site.challenge(ANA);
        SecondFactorChallenge ben = site.challenge(BEN);
        PasskeyCeremony ofBen = begin(ben);
        assertThat(site.secondFactor(ana, ofBen, key.create(ofBen))).isEqualTo(REFUSED);
        PasskeyCeremony elsewhere = begin(again);
        assertThat(site.secondFactor(ana, elsewhere, key.create(elsewhere)))
                .as("of another sign-in of hers")
                .isEqualTo(REFUSED);
        PasskeyCeremony alone = site.begin();
        assertThat(site.secondFactor(ana, alone, key.create("acme.example", alone.id(), "A".repeat(43))))
                .as("of a sign-in with a passkey alone")
                .isEqualTo(REFUSED);
    }

    @Test
    void a_wrong_passkey_adds_nothing_and_uses_its_challenge_up() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        PasskeyCeremony ceremony = begin(challenge);
        SoftwareAuthenticator elsewhere = SoftwareAuthenticator.at("https://evil.test");
        assertThat(site.secondFactor(challenge, ceremony, elsewhere.create(ceremony)))
                .isEqualTo(REFUSED);
        assertThat(site.secondFactor(challenge, ceremony, key.create(ceremony)))
                .as("once, whatever comes of it")
                .isEqualTo(REFUSED);
        PasskeyCeremony next = begin(challenge);
        assertThat(site.secondFactor(challenge, next, key.withFlags(1).create(next)))
                .as("no PIN, no fingerprint, no face")
                .isEqualTo(REFUSED);
        assertThat(site.events)
                .filteredOn(AuthEvent.PasskeyRefused.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_passkey_that_somebody_has_adds_nothing() {
        site.kit.member(BEN, PasskeyFixture.PASSWORD);
        SecondFactorChallenge ana = site.challenge(ANA);
        PasskeyCeremony hers = begin(ana);
        assertThat(site.secondFactor(ana, hers, key.create(hers))).isInstanceOf(Outcome.Done.class);
        SecondFactorChallenge ben = site.challenge(BEN);
        PasskeyCeremony his = begin(ben);
        assertThat(site.secondFactor(ben, his, key.impostor().create(his))).isEqualTo(REFUSED);
    }

    @Test
    void it_signs_in_with_two_factors_and_gives_recovery_codes() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        assertThat(challenge.wantsEnrolment()).isTrue();
        PasskeyCeremony ceremony = begin(challenge);
        assertThat(ceremony.owner().name()).isEqualTo(ANA);
        assertThat(ceremony.verification()).isTrue();
        Outcome<SignIn> result = site.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        challenge.id(), answer(ceremony, key.create(ceremony)), WEB, true));
        SignIn in = result.orElseThrow();
        assertThat(in.extras().recoveryCodes()).hasSize(10);
        assertThat(in.extras().trustedBrowser()).isNotNull();
        Caller ana = site.caller(in);
        assertThat(ana.context()).isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "pop", "pwd", "user")));
        assertThat(done(site.auth.ownPasskeys().list(ana)))
                .extracting(PasskeyState::name)
                .containsExactly("Passkey");
        assertThat(site.challenge(ANA).factors()).containsExactly(FactorKind.PASSKEY, FactorKind.RECOVERY_CODE);
        assertThat(site.in(site.signIn(key)).user()).isEqualTo(ana.user());
        assertThat(site.kit.deliver().emails().last(ANA).subject()).contains("second factor was added");
        assertThat(site.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .containsExactly("passkey added at sign-in");
    }

    @Test
    void of_many_sign_ins_that_make_one_at_the_same_time_one_wins() {
        List<SecondFactorChallenge> challenges = new ArrayList<>();
        List<PasskeyCeremony> ceremonies = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            challenges.add(site.challenge(ANA));
            ceremonies.add(begin(challenges.get(i)));
        }
        assertThat(ParallelRun.winners(
                        RIVALS,
                        n -> site.secondFactor(challenges.get(n), ceremonies.get(n), key().create(ceremonies.get(n)))
                                instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void an_application_that_was_begun_is_no_factor_once_the_passkey_is_one() {
        SecondFactorChallenge challenge = site.challenge(ANA);
        String secret = done(site.auth.secondFactorLogin().enrol(challenge.id()))
                .secret()
                .reveal();
        PasskeyCeremony ceremony = begin(challenge);
        assertThat(site.secondFactor(challenge, ceremony, key.create(ceremony))).isInstanceOf(Outcome.Done.class);
        FactorProof code = new FactorProof.Totp(
                Secret.of(TotpGenerator.of(secret, site.kit.clock()).code()));
        assertThat(site.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(challenge.id(), code, WEB, false)))
                .isEqualTo(REFUSED);
        SecondFactorChallenge next = site.challenge(ANA);
        assertThat(next.factors()).doesNotContain(FactorKind.TOTP);
        assertThat(site.auth.secondFactorLogin().finish(new SecondFactorLogin.Attempt(next.id(), code, WEB, false)))
                .isEqualTo(REFUSED);
    }

    private PasskeyCeremony begin(SecondFactorChallenge challenge) {
        return started(site.auth.passkeyLogin().beginEnrolment(challenge.id()));
    }
}
