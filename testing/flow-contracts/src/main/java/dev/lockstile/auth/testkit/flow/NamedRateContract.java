package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.BreachOutage;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The named rates, each at its flow. */
abstract class NamedRateContract extends ThrottledContract {

    /** For those who extend it. */
    protected NamedRateContract() {}

    @Test
    void twenty_logins_a_minute_per_address_however_many_at_once() {
        List<Outcome<SignIn>> results = ParallelRun.run(40, n -> login("user" + n + "@acme.example", WRONG, HOME));
        assertThat(results.stream().map(NamedRateContract::why).filter(Refusal.THROTTLED::equals))
                .hasSize(20);
        assertThat(results.stream().map(NamedRateContract::why))
                .as("a loaded machine may be busy")
                .contains(Refusal.INVALID_CREDENTIALS)
                .isSubsetOf(Refusal.INVALID_CREDENTIALS, Refusal.BUSY, Refusal.THROTTLED);
        assertThat(login(ANA, WRONG, place(1))).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        pass(Duration.ofMinutes(1));
        assertThat(login(ANA, WRONG, HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
    }

    @Test
    void ten_logins_a_minute_per_name_and_network_in_any_spelling_whether_or_not_somebody_has_it() {
        limit(throttles -> throttles.turnOff(RateLimit.LOGIN_IP));
        fixture.member(ANA);
        for (List<String> spellings : List.of(
                List.of(ANA, "ANA@Acme.Example", " ana@acme.example "),
                List.of("nobody@acme.example", "NOBODY@acme.example", "nobody@ACME.example"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(login(spellings.get(i % 3), WRONG, HOME))
                        .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
            }
            assertThat(login(spellings.get(0), WRONG, HOME))
                    .isEqualTo(Outcome.refused(
                            Refusal.THROTTLED, fixture.clock.instant().plusSeconds(60)));
            assertThat(login(spellings.get(0), WRONG, place(1)))
                    .as("nobody pays for what others try")
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        }
    }

    @Test
    void registrations_per_address_and_per_identifier() {
        limit(throttles -> throttles.with(RateLimit.REGISTER_IP, Rate.perHour(2)));
        for (int i = 0; i < 5; i++) {
            assertThat(register(ANA, place(i))).isInstanceOf(Outcome.Done.class);
        }
        int before = fixture.deliver().postbox.to(ANA).size();
        pass(Duration.ofSeconds(61));
        assertThat(register(ANA, place(6)))
                .as("what is not named keeps its default, and strangers who used it up make nobody a refusal")
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before);
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkTo(ANA)))
                .as("whoever has the mailbox holds a link that works")
                .isNotInstanceOf(Outcome.Refused.class);
        assertThat(register("bob@acme.example", HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(register("cleo@acme.example", HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(register("dora@acme.example", HOME)).returns(true, outcome -> outcome.isRefused(Refusal.THROTTLED));
    }

    @Test
    void a_stranger_who_has_used_up_the_registrations_makes_nobody_ask_the_breach_source() {
        AtomicInteger asked = new AtomicInteger();
        set(settings -> settings.withPasswords(settings.passwords()
                        .withBreachedPasswords(password -> asked.incrementAndGet(), BreachOutage.ALLOW))
                .withThrottles(ThrottleSettings.owasp().with(RateLimit.REGISTER_IP, Rate.perHour(3))));
        for (int i = 0; i < 10; i++) {
            Outcome<Registration.Accepted> result = register("somebody" + i + "@acme.example", HOME);
            assertThat(result).isInstanceOf(i < 3 ? Outcome.Refused.class : Outcome.Refused.class);
        }
        assertThat(asked).hasValue(3);
        assertThat(register("no address", HOME))
                .as("told at once")
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(asked).hasValue(3);
    }

    @Test
    void pictures_per_person_and_only_of_the_own_profiles() {
        limit(throttles -> throttles.with(RateLimit.PICTURE_USER, Rate.perHour(2)));
        fixture.member(ANA);
        fixture.member("bob@acme.example");
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        Caller bob = fixture.caller(fixture.signedIn("bob@acme.example"));
        assertThat(fixture.auth.profiles().admitPicture(bob, ana.profile()))
                .isEqualTo(Outcome.refused(Refusal.PROFILE_NOT_FOUND));
        for (int i = 0; i < 2; i++) {
            assertThat(fixture.auth.profiles().admitPicture(ana, ana.profile())).isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.auth.profiles().admitPicture(ana, ana.profile()))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1))));
        assertThat(fixture.auth.profiles().admitPicture(bob, bob.profile()))
                .as("each person for themselves")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void resets_per_address_and_in_silence_per_identifier_and_a_trusted_device_for_itself() {
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        for (String email : List.of(ANA, "nobody@acme.example")) {
            for (int i = 0; i < 20; i++) {
                assertThat(reset(email, HOME)).isEqualTo(Outcome.done(true));
                pass(Duration.ofSeconds(70));
            }
            assertThat(reset(email, HOME)).returns(true, outcome -> outcome.isRefused(Refusal.THROTTLED));
            pass(Duration.ofHours(1));
        }
        for (int i = 0; i < 20; i++) {
            reset(ANA, place(i));
            pass(Duration.ofSeconds(70));
        }
        int letters = fixture.deliver().postbox.to(ANA).size();
        reset(ANA, place(21));
        assertThat(fixture.deliver().postbox.to(ANA)).as("had its share").hasSize(letters);
        ResetRequest own = new ResetRequest(IdentifierKind.EMAIL, ANA, place(22), null, new ClientEvidence(device));
        assertThat(fixture.auth.passwords().requestReset(own)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(letters + 1);
    }

    @Test
    void links_per_address() {
        limit(throttles -> throttles
                .with(RateLimit.PASSWORD_RESET_CONFIRM_IP, Rate.perHour(2))
                .with(RateLimit.EMAIL_CONFIRMATION_IP, Rate.perHour(2))
                .with(RateLimit.EMAIL_CONFIRMATION_RESEND_IP, Rate.perHour(2)));
        LinkProof made = new LinkProof("MQ", Secret.of("x".repeat(43)), HOME);
        for (int i = 0; i < 2; i++) {
            assertThat(fixture.auth.passwords().confirmReset(made, Secret.of(FlowFixture.PASSWORD)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.retryAt()).isNull());
            assertThat(fixture.auth.registrations().confirmEmail(made))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
            assertThat(fixture.auth.registrations().resendConfirmation("user" + i + "@acme.example", HOME))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.auth.passwords().confirmReset(made, Secret.of(FlowFixture.PASSWORD)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.retryAt()).isNotNull());
        assertThat(fixture.auth.registrations().confirmEmail(made))
                .returns(true, outcome -> outcome.isRefused(Refusal.THROTTLED));
        assertThat(fixture.auth.registrations().resendConfirmation(ANA, HOME))
                .returns(true, outcome -> outcome.isRefused(Refusal.THROTTLED));
    }

    @Test
    void attempts_at_codes_per_recipient_and_network_whether_or_not_somebody_has_it() {
        limit(throttles -> throttles.with(RateLimit.OTP_VERIFY_IDENTITY, Rate.perHour(3)));
        for (int i = 0; i < 3; i++) {
            assertThat(enter(null, "000000", HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(enter(null, "000000", HOME))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1))));
        assertThat(enter(null, "000000", place(4))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void refreshes_and_changes_of_a_password_per_session_and_user() {
        limit(throttles -> throttles
                .with(RateLimit.TOKEN_REFRESH_SESSION, Rate.perMinute(2))
                .with(RateLimit.PASSWORD_CHANGE_USER, Rate.perHour(1)));
        fixture.member(ANA);
        SignIn in = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        Caller caller = fixture.caller(in);
        Secret token = in.tokens().refresh();
        for (int i = 0; i < 2; i++) {
            Outcome<TokenPair> result = fixture.auth.sessions().refresh(token);
            token = result.orElseThrow().refresh();
        }
        assertThat(fixture.auth.sessions().refresh(token)).returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        pass(Duration.ofMinutes(1));
        assertThat(fixture.auth.sessions().refresh(token))
                .as("the token was not spent")
                .isInstanceOf(Outcome.Done.class);
        fixture.auth.passwords().change(caller, Secret.of(WRONG), Secret.of("copper-lantern-2208"));
        assertThat(fixture.auth.passwords().change(caller, Secret.of(WRONG), Secret.of("copper-lantern-2208")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.retryAt()).isNotNull());
    }

    private Outcome<Registration.Accepted> register(String email, String address) {
        return fixture.auth
                .registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(FlowFixture.PASSWORD),
                        Person.UNKNOWN,
                        true,
                        new Registration.RegistrationClient(null, address)));
    }

    private Outcome<Boolean> reset(String email, String address) {
        return fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, address));
    }

    private static Refusal why(Outcome<SignIn> result) {
        return result.refusal().orElseThrow();
    }
}
