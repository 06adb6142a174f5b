package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.FactorRefusal;
import dev.lockstile.auth.factor.FactorResult;
import dev.lockstile.auth.factor.SecondFactorAttempt;
import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.factor.TotpEnrolment;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUpRefusal;
import dev.lockstile.auth.login.StepUpResult;
import dev.lockstile.auth.model.Assurance;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the first factor and a session: what an account with an authenticator application asks of every sign-in. */
abstract class SecondFactorContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final SecondFactorResult REFUSED = new SecondFactorResult.Refused();

    private Enrolled ana;

    @BeforeEach
    final void enrolAna() {
        fixture.member(ADDRESS);
        ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    /** A signed-in caller turns an authenticator application on. */
    static Enrolled enrol(FlowFixture fixture, Caller caller) {
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(caller));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        List<Secret> codes =
                done(fixture.auth.secondFactors().confirmTotp(caller, enrolment.enrolmentId(), Secret.of(app.code())));
        return new Enrolled(caller, app, codes);
    }

    static <T> T done(FactorResult<T> result) {
        assertThat(result).isInstanceOf(FactorResult.Done.class);
        return ((FactorResult.Done<T>) result).value();
    }

    @Test
    void a_right_password_gives_a_challenge_and_no_session() {
        int before = sessions();
        SecondFactorChallenge challenge = challenge(fixture.login(ADDRESS, FlowFixture.PASSWORD));
        assertThat(challenge.factors()).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(challenge.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(sessions()).isEqualTo(before);
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SecondFactorAsked.class);
    }

    @Test
    void a_right_code_by_mail_gives_a_challenge_and_no_session() {
        int before = sessions();
        fixture.requestCode(ADDRESS);
        CodeLoginResult result = fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS));
        assertThat(result).isInstanceOf(CodeLoginResult.SecondFactorRequired.class);
        assertThat(sessions()).isEqualTo(before);
        SecondFactorChallenge challenge = ((CodeLoginResult.SecondFactorRequired) result).challenge();
        assertThat(in(finish(challenge, totp(ana.app().code()))).context())
                .isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "otp")));
    }

    @Test
    void a_session_of_one_factor_that_opened_as_the_factor_was_confirmed_is_none() {
        fixture.member("ben@acme.example");
        SignIn ben = fixture.signedIn("ben@acme.example");
        Caller caller = fixture.caller(ben);
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(caller));
        assertThat(fixture.store.<Boolean>alone(tx -> tx.factors()
                        .totps()
                        .confirm(caller.user(), enrolment.enrolmentId(), 1, fixture.clock.instant())))
                .isTrue();
        assertThat(fixture.auth.sessions().refresh(ben.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(fixture.auth.sessions().list(caller)).isEmpty();
        assertThat(fixture.auth.accounts().me(caller)).isNotInstanceOf(MeResult.Shown.class);
    }

    @Test
    void factors_are_named_only_after_a_right_first_factor() {
        assertThat(fixture.login(ADDRESS, "plum-harbour-4418"))
                .isEqualTo(fixture.login("nobody@acme.example", FlowFixture.PASSWORD));
    }

    @Test
    void a_right_second_factor_opens_a_session_of_two_factors() {
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(caller.context()).isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "otp", "pwd")));
        assertThat(caller.showedTwoFactors()).isTrue();
    }

    @Test
    void a_code_is_good_for_the_step_before_and_after_and_once() {
        assertThat(finish(challenge(), totp(ana.app().code(-2)))).isEqualTo(REFUSED);
        assertThat(finish(challenge(), totp(ana.app().code(2)))).isEqualTo(REFUSED);
        String code = ana.app().code(1);
        in(finish(challenge(), totp(code)));
        assertThat(finish(challenge(), totp(code))).as("replayed").isEqualTo(REFUSED);
        assertThat(finish(challenge(), totp(ana.app().code())))
                .as("of an older step")
                .isEqualTo(REFUSED);
    }

    @Test
    void the_code_that_confirmed_the_enrolment_signs_nobody_in() {
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        SecondFactorChallenge challenge = challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD));
        assertThat(finish(challenge, totp(ben.app().code()))).isEqualTo(REFUSED);
    }

    @Test
    void only_six_ascii_digits_are_a_code() {
        String code = ana.app().code();
        StringBuilder arabic = new StringBuilder();
        code.chars().forEach(c -> arabic.append((char) (c - '0' + 0x0660)));
        SecondFactorChallenge challenge = challenge();
        for (String wrong : List.of(" " + code, code + " ", arabic.toString(), code + "0", "")) {
            assertThat(finish(challenge, totp(wrong))).as(wrong).isEqualTo(REFUSED);
        }
    }

    @Test
    void of_fifty_right_attempts_at_one_challenge_over_two_nodes_one_is_a_session() {
        Auth other = fixture.secondNode();
        SecondFactorChallenge challenge = challenge();
        SecondFactorAttempt attempt = attempt(challenge, totp(ana.app().code()));
        assertThat(ParallelRun.winners(
                        50,
                        n -> (n % 2 == 0 ? fixture.auth : other)
                                        .secondFactorLogin()
                                        .finish(attempt)
                                instanceof SecondFactorResult.SignedIn))
                .isEqualTo(1);
    }

    @Test
    void of_many_challenges_answered_with_one_code_one_is_a_session() {
        List<SecondFactorChallenge> challenges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            challenges.add(challenge());
        }
        String code = ana.app().code();
        assertThat(ParallelRun.winners(
                        20, n -> finish(challenges.get(n), totp(code)) instanceof SecondFactorResult.SignedIn))
                .isEqualTo(1);
    }

    @Test
    void a_challenge_has_five_attempts_and_five_minutes() {
        SecondFactorChallenge challenge = challenge();
        for (int i = 0; i < 5; i++) {
            finish(challenge, totp(FlowFixture.not(ana.app().code())));
        }
        assertThat(finish(challenge, totp(ana.app().code()))).as("sixth").isEqualTo(REFUSED);
        SecondFactorChallenge late = challenge();
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(finish(late, totp(ana.app().code()))).as("late").isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_is_its_users_and_its_clients() {
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(challenge(), totp(ben.app().code())))
                .as("another user's code")
                .isEqualTo(REFUSED);
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorAttempt(
                                challenge().id(), totp(ana.app().code()), FlowFixture.PHONE_APP, false)))
                .as("another kind of client")
                .isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_opens_nothing_else() {
        Secret id = challenge().id();
        assertThat(fixture.auth.sessions().authenticate(id.reveal())).isEmpty();
        assertThat(fixture.auth.sessions().refresh(id)).isInstanceOf(RefreshResult.Refused.class);
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(fixture.auth.stepUp().byCode(caller, id.reveal(), Secret.of("12345678")))
                .isInstanceOf(StepUpResult.Refused.class);
    }

    @Test
    void a_mobile_client_without_a_device_spends_nothing() {
        LoginResult first = fixture.auth
                .login()
                .signIn(new PasswordLogin(ADDRESS, Secret.of(FlowFixture.PASSWORD), FlowFixture.PHONE_APP));
        SecondFactorChallenge challenge = challenge(first);
        ClientInfo bare = new ClientInfo(FlowFixture.PHONE_APP.kind(), null, "192.0.2.8", null);
        FactorProof code = totp(ana.app().code());
        for (int i = 0; i < 9; i++) {
            assertThat(fixture.auth
                            .secondFactorLogin()
                            .finish(new SecondFactorAttempt(challenge.id(), code, bare, false)))
                    .isInstanceOf(SecondFactorResult.DeviceRequired.class);
        }
        in(fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorAttempt(challenge.id(), code, FlowFixture.PHONE_APP, false)));
    }

    @Test
    void disabling_deletion_and_reset_between_the_steps_refuse() {
        SecondFactorChallenge before = challenge();
        fixture.auth.admin().disable(ana.caller().user());
        assertThat(finish(before, totp(ana.app().code()))).as("disabled").isEqualTo(REFUSED);
        fixture.auth.admin().enable(ana.caller().user());
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        SecondFactorChallenge again = challenge();
        assertThat(fixture.auth
                        .passwords()
                        .confirmReset(fixture.linkTo(ADDRESS), Secret.of("new-harbour-7781"))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("Changed");
        assertThat(finish(again, totp(ana.app().code()))).as("reset").isEqualTo(REFUSED);
        LoginResult first = fixture.login(ADDRESS, "new-harbour-7781");
        assertThat(first).as("the factor stays").isInstanceOf(LoginResult.SecondFactorRequired.class);
        fixture.auth.admin().delete(ana.caller().user());
        assertThat(finish(challenge(first), totp(ana.app().code())))
                .as("deleted")
                .isEqualTo(REFUSED);
    }

    @Test
    void twenty_failures_over_all_challenges_pause_the_factor_and_a_right_password_does_not_help() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        for (int i = 0; i < 20; i++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            assertThat(finish(
                            challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                            totp(FlowFixture.not(ben.app().code()))))
                    .isEqualTo(REFUSED);
        }
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(
                        challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                        totp(ben.app().code())))
                .as("paused")
                .isEqualTo(REFUSED);
        fixture.clock.advance(Duration.ofHours(1));
        in(finish(
                challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                totp(ben.app().code())));
        fixture.clock.advance(Duration.ofMinutes(1));
        in(finish(
                challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                totp(ben.app().code())));
    }

    @Test
    void a_session_of_one_factor_from_before_is_over_and_the_enrolling_one_goes_on() {
        fixture.member("ben@acme.example");
        SignIn old = fixture.signedIn("ben@acme.example");
        SignIn enrolling = fixture.signedIn("ben@acme.example");
        enrol(fixture, fixture.caller(enrolling));
        assertThat(fixture.auth.sessions().refresh(old.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        RefreshResult refreshed =
                fixture.auth.sessions().refresh(enrolling.tokens().refresh());
        assertThat(refreshed).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(caller(((RefreshResult.Refreshed) refreshed).tokens().access())
                        .showedTwoFactors())
                .isTrue();
    }

    @Test
    void an_enrolment_is_no_factor_before_its_own_session_confirms_it() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        Caller other = fixture.caller(fixture.signedIn("ben@acme.example"));
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(ben));
        String code =
                TotpGenerator.of(enrolment.secret().reveal(), fixture.clock).code();
        fixture.signedIn("ben@acme.example");
        assertThat(confirm(other, enrolment, code)).isEqualTo(refused(FactorRefusal.INVALID_CODE));
        for (int i = 0; i < 5; i++) {
            confirm(ben, enrolment, FlowFixture.not(code));
        }
        assertThat(confirm(ben, enrolment, code)).as("out of attempts").isEqualTo(refused(FactorRefusal.INVALID_CODE));
        fixture.signedIn("ben@acme.example");
    }

    @Test
    void a_second_factor_is_added_and_removed_by_its_own_proof_alone() {
        Caller stolen = in(finish(challenge(), totp(ana.app().code())));
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(fixture.auth.secondFactors().removeTotp(stolen)).isEqualTo(refused(FactorRefusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.stepUp().byPassword(stolen, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(new StepUpResult.Refused(StepUpRefusal.SECOND_FACTOR_REQUIRED));
        assertThat(fixture.auth.secondFactors().renewRecoveryCodes(stolen))
                .isEqualTo(refused(FactorRefusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.secondFactors().beginTotp(stolen)).isEqualTo(refused(FactorRefusal.TOTP_ON));
        StepUpResult proven =
                fixture.auth.stepUp().byFactor(stolen, totp(ana.app().code()));
        assertThat(proven).isInstanceOf(StepUpResult.Proven.class);
        Caller fresh = caller(((StepUpResult.Proven) proven).access());
        done(fixture.auth.secondFactors().removeTotp(fresh));
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void the_owner_is_told_of_each_change_and_so_are_listeners() {
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("segundo factor");
        assertThat(fixture.events).hasAtLeastOneElementOfType(AuthEvent.FactorsChanged.class);
    }

    @Test
    void a_recovery_code_stands_in_once_and_its_owner_is_told() {
        assertThat(ana.recoveryCodes()).hasSize(10);
        Secret code = ana.recoveryCodes().get(3);
        assertThat(code.reveal()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        String typed = code.reveal().toLowerCase(Locale.ROOT).replace("-", " ");
        in(finish(challenge(), new FactorProof.RecoveryCode(Secret.of(typed))));
        assertThat(finish(challenge(), new FactorProof.RecoveryCode(code))).isEqualTo(REFUSED);
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("recuperación");
    }

    @Test
    void of_many_uses_of_one_recovery_code_one_is_a_session() {
        List<SecondFactorChallenge> challenges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            challenges.add(challenge());
        }
        FactorProof code = new FactorProof.RecoveryCode(ana.recoveryCodes().get(0));
        assertThat(ParallelRun.winners(20, n -> finish(challenges.get(n), code) instanceof SecondFactorResult.SignedIn))
                .isEqualTo(1);
    }

    @Test
    void a_recovery_code_is_no_password_and_a_new_set_ends_the_old_one() {
        Secret old = ana.recoveryCodes().get(0);
        assertThat(fixture.login(ADDRESS, old.reveal())).isInstanceOf(LoginResult.Refused.class);
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(done(fixture.auth.secondFactors().renewRecoveryCodes(caller)))
                .hasSize(10);
        assertThat(finish(challenge(), new FactorProof.RecoveryCode(old))).isEqualTo(REFUSED);
    }

    private FactorResult<List<Secret>> confirm(Caller caller, TotpEnrolment enrolment, String code) {
        return fixture.auth.secondFactors().confirmTotp(caller, enrolment.enrolmentId(), Secret.of(code));
    }

    private int sessions() {
        return fixture.store.<Integer>read(tx ->
                tx.sessions().live(ana.caller().user(), fixture.clock.instant()).size());
    }

    private SecondFactorChallenge challenge() {
        return challenge(fixture.login(ADDRESS, FlowFixture.PASSWORD));
    }

    private static SecondFactorChallenge challenge(LoginResult result) {
        assertThat(result).isInstanceOf(LoginResult.SecondFactorRequired.class);
        return ((LoginResult.SecondFactorRequired) result).challenge();
    }

    private SecondFactorResult finish(SecondFactorChallenge challenge, FactorProof proof) {
        return fixture.auth.secondFactorLogin().finish(attempt(challenge, proof));
    }

    private static SecondFactorAttempt attempt(SecondFactorChallenge challenge, FactorProof proof) {
        return new SecondFactorAttempt(challenge.id(), proof, FlowFixture.WEB, false);
    }

    private Caller in(SecondFactorResult result) {
        assertThat(result).isInstanceOf(SecondFactorResult.SignedIn.class);
        return fixture.caller(((SecondFactorResult.SignedIn) result).signIn());
    }

    private Caller caller(Secret access) {
        return fixture.auth.sessions().authenticate(access.reveal()).orElseThrow();
    }

    static FactorProof totp(String code) {
        return new FactorProof.Totp(Secret.of(code));
    }

    static <T> FactorResult<T> refused(FactorRefusal why) {
        return new FactorResult.Refused<>(why);
    }

    record Enrolled(Caller caller, TotpGenerator app, List<Secret> recoveryCodes) {}
}
