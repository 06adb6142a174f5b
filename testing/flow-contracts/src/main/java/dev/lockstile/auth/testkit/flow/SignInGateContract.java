package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.done;
import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.enrol;
import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.totp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way to a token, and what it gives for an account whose second factor is on, trusted away, wanted or reset. */
abstract class SignInGateContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    private SignIn before;
    private Caller old;
    private SecondFactorFixture.Enrolled ana;

    @BeforeEach
    final void enrolAna() {
        fixture.member(ADDRESS);
        before = fixture.signedIn(ADDRESS);
        old = fixture.caller(before);
        ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void no_way_in_gives_a_token_without_the_factor() {
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.SecondFactorRequired.class);
        fixture.requestCode(ADDRESS);
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS)))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(fixture.auth.sessions().refresh(before.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        ProfileSwitch requested = new ProfileSwitch(
                before.active().id(), FlowFixture.WEB, before.tokens().refresh());
        assertThat(fixture.auth.login().switchProfile(old, requested)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.stepUp().byPassword(old, Secret.of(FlowFixture.PASSWORD)))
                .isInstanceOf(Outcome.Refused.class);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        fixture.auth.passwords().confirmReset(fixture.linkTo(ADDRESS), Secret.of("new-harbour-7781"));
        assertThat(fixture.login(ADDRESS, "new-harbour-7781")).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_node_without_settings_asks_for_the_factor_all_the_same() {
        Auth bare = fixture.nodeWithFactors(null);
        assertThat(bare.login().signIn(password(FlowFixture.WEB))).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void whoever_must_have_a_factor_enrols_one_as_part_of_signing_in() {
        Auth strict =
                fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()));
        fixture.member("ben@acme.example");
        Outcome<SignIn> first = strict.login()
                .signIn(new PasswordLogin.Request(
                        "ben@acme.example", Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
        assertThat(first).isInstanceOf(Outcome.SecondFactorRequired.class);
        SecondFactorChallenge challenge = ((Outcome.SecondFactorRequired<SignIn>) first).challenge();
        assertThat(challenge.wantsEnrolment()).isTrue();
        TotpEnrolment enrolment = done(strict.secondFactorLogin().enrol(challenge.id()));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        SecondFactorLogin.Attempt wrong = new SecondFactorLogin.Attempt(
                challenge.id(), totp(FlowFixture.not(app.code())), FlowFixture.WEB, false);
        assertThat(strict.secondFactorLogin().finish(wrong)).isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        Outcome<SignIn> result = strict.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), totp(app.code()), FlowFixture.WEB, false));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        assertThat(result.orElseThrow().extras().recoveryCodes()).hasSize(10);
        assertThat(caller(result).showedTwoFactors()).isTrue();
    }

    @Test
    void an_enrolment_at_sign_in_ends_the_other_sessions_and_is_told_to_its_owner() {
        Auth strict =
                fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()));
        fixture.member("ben@acme.example");
        Caller before = fixture.caller(fixture.signedIn("ben@acme.example"));
        int letters = fixture.deliver().postbox.to("ben@acme.example").size();
        Outcome<SignIn> first = strict.login()
                .signIn(new PasswordLogin.Request(
                        "ben@acme.example", Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
        Secret challenge =
                ((Outcome.SecondFactorRequired<SignIn>) first).challenge().id();
        TotpEnrolment enrolment = done(strict.secondFactorLogin().enrol(challenge));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        Outcome<SignIn> result = strict.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge, totp(app.code()), FlowFixture.WEB, false));
        assertThat(strict.sessions().list(before)).isEmpty();
        assertThat(strict.sessions().list(caller(result))).hasSize(1);
        assertThat(fixture.deliver().postbox.to("ben@acme.example")).hasSize(letters + 1);
    }

    @Test
    void a_reset_by_an_administrator_signs_nobody_in_and_leaves_superusers_alone() {
        ClientInfo browser = trusted();
        assertThat(fixture.auth.factorAdministration().resetAs(ana.caller(), ADDRESS, "ticket 7"))
                .as("no superuser, and the own account")
                .isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(fixture.auth.factorAdministration().reset("nobody@acme.example", "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.NOT_FOUND);
        assertThat(fixture.auth.factorAdministration().reset(ADDRESS, "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(fixture.auth.secondFactors().view(ana.caller())).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("segundos factores");
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        assertThat(fixture.auth.login().signIn(password(browser))).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_recent_proof_is_none_once_its_session_is_over() {
        fixture.member("ben@acme.example");
        assertThat(fixture.auth.stepUp().isRecent(fixture.caller(fixture.signedIn("ben@acme.example"))))
                .isTrue();
        assertThat(fixture.auth.stepUp().isRecent(old)).isFalse();
    }

    @Test
    void a_recovery_code_at_a_step_up_is_told_to_its_owner() {
        fixture.deliver();
        Caller caller = caller(finish(challenge(), FlowFixture.WEB, false));
        FactorProof code = new FactorProof.RecoveryCode(ana.recoveryCodes().get(0));
        assertThat(fixture.auth.stepUp().byFactor(caller, code)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("recuperación");
    }

    @Test
    void whoever_reads_the_mail_of_a_restored_account_is_asked_for_the_factor() {
        fixture.auth.admin().delete(ana.caller().user());
        fixture.auth.admin().restore(ana.caller().user());
        fixture.requestCode(ADDRESS);
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS)))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void an_enrolment_at_sign_in_is_refused_once_the_account_has_a_factor() {
        Auth strict =
                fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()));
        fixture.member("eva@acme.example");
        SecondFactorChallenge first = wanted(strict, "eva@acme.example");
        SecondFactorChallenge second = wanted(strict, "eva@acme.example");
        TotpEnrolment enrolment = done(strict.secondFactorLogin().enrol(first.id()));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        assertThat(strict.secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(first.id(), totp(app.code()), FlowFixture.WEB, false)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(strict.secondFactorLogin().enrol(second.id())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_paused_account_takes_a_recovery_code_and_no_other() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.member("eva@acme.example");
        SecondFactorFixture.Enrolled eva = enrol(fixture, fixture.caller(fixture.signedIn("eva@acme.example")));
        for (int attempt = 0; attempt < 20; attempt++) {
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.auth
                    .stepUp()
                    .byFactor(eva.caller(), totp(FlowFixture.not(eva.app().code())));
        }
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fixture.auth.stepUp().byFactor(eva.caller(), totp(eva.app().code())))
                .isInstanceOf(Outcome.Refused.class);
        FactorProof code = new FactorProof.RecoveryCode(eva.recoveryCodes().get(0));
        assertThat(fixture.auth.stepUp().byFactor(eva.caller(), code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_reset_by_an_administrator_names_who_did_it() {
        Secret password = Secret.of("root-harbour-7781");
        fixture.auth.admin().createFirstSuperuser(new NewAdmin("root@acme.example", password, NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(FlowFixture.signIn(fixture.login("root@acme.example", password.reveal())));
        assertThat(fixture.auth.factorAdministration().resetAs(root, ADDRESS, "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(event -> ((AuthEvent.FactorsChanged) event).change())
                .contains("reset by an administrator: ticket 7 (by user " + root.user() + ")");
    }

    private static SecondFactorChallenge wanted(Auth node, String address) {
        Outcome<SignIn> result = node.login()
                .signIn(new PasswordLogin.Request(address, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
    }

    private ClientInfo trusted() {
        SignIn in = finish(challenge(), FlowFixture.WEB, true).orElseThrow();
        return FlowFixture.WEB.showing(
                new ClientEvidence(null, null, in.extras().trustedBrowser()));
    }

    private SecondFactorChallenge challenge() {
        Outcome<SignIn> result = fixture.login(ADDRESS, FlowFixture.PASSWORD);
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
    }

    private Outcome<SignIn> finish(SecondFactorChallenge challenge, ClientInfo client, boolean trust) {
        fixture.clock.advance(Duration.ofMinutes(1)); // a step of its own
        FactorProof proof = totp(ana.app().code());
        Outcome<SignIn> result = fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), proof, client, trust));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result;
    }

    private Caller caller(Outcome<SignIn> result) {
        return fixture.caller(result.orElseThrow());
    }

    private static PasswordLogin.Request password(ClientInfo client) {
        return new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), client);
    }
}
