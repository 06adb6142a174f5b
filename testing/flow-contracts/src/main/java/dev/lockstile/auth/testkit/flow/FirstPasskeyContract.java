package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first passkey of an account brings with it, and whether it demands a factor at a sign-in by password. */
abstract class FirstPasskeyContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String BEN = "ben@acme.example";

    @BeforeEach
    final void requirePasskeys() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
    }

    @Test
    void the_first_passkey_brings_recovery_codes_and_the_second_none() {
        Auth node = node(SecondFactorPolicy.nobody());
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        List<Secret> codes = add(node, ana, "first").recoveryCodes();
        assertThat(codes).hasSize(10);
        Caller both = caller(node, finish(node, held(node, ANA), codes.get(0)).orElseThrow());
        assertThat(add(node, both, "second").recoveryCodes()).isEmpty();
        assertThat(finish(node, held(node, ANA), codes.get(0)))
                .as("used")
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void recovery_codes_that_are_used_up_come_anew_with_a_passkey() {
        Auth node = node(SecondFactorPolicy.nobody());
        UserId user = owner(ANA, "key-of-ana");
        Secret last = Secret.of("abcd-efgh-ijkl");
        fixture.importRecoveryCode(user, last);
        Caller both = caller(node, finish(node, held(node, ANA), last).orElseThrow());
        assertThat(add(node, both, "second").recoveryCodes()).hasSize(10);
    }

    @Test
    void a_sign_in_with_the_passkey_alone_calls_off_a_reset() {
        Duration wait = Duration.ofHours(1);
        Auth node = fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys())
                .secondFactors(SecondFactorSettings.optional().withAdministratorWait(wait)));
        UserId user = owner(ANA, "key-of-ana");
        assertThat(node.factorAdministration().reset(user, "ticket 7")).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(BelievingPasskeys.attempt(node, "key-of-ana")).isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(wait);
        assertThat(node.factorAdministration().reset(user, "ticket 7"))
                .as("asked for anew")
                .isEqualTo(FactorAdministration.Reset.WAITING);
    }

    @Test
    void a_passkey_demands_a_factor_unless_the_host_says_otherwise() {
        UserId user = owner(ANA, "key-of-ana");
        assertThat(login(node(SecondFactorPolicy.nobody()), ANA)).isInstanceOf(Outcome.SecondFactorRequired.class);
        Auth node = node(SecondFactorPolicy.nobody().allowSignInWithoutPasskey());
        Caller caller = caller(node, FlowFixture.signIn(login(node, ANA)));
        assertThat(caller.showedTwoFactors()).isFalse();
        assertThat(node.sessions().list(caller)).as("the session is valid").isNotEmpty();
        assertThat(caller.user()).isEqualTo(user);
    }

    @Test
    void a_reset_of_the_factors_takes_passkeys_away() {
        Auth node = node(SecondFactorPolicy.nobody());
        UserId user = owner(ANA, "key-of-ana");
        assertThat(node.factorAdministration().reset(ANA, "ticket 7")).isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(fixture.store.<List<PasskeyState>>read(
                        tx -> tx.factors().passkeys().of(user)))
                .isEmpty();
        assertThat(login(node, ANA)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_without_the_passkey_opens_no_sensitive_step() {
        owner(ANA, "key-of-ana");
        Auth node = node(SecondFactorPolicy.nobody().allowSignInWithoutPasskey());
        Caller caller = caller(node, FlowFixture.signIn(login(node, ANA)));
        assertThat(node.stepUp().isRecent(caller)).isFalse();
        assertThat(node.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(Outcome.refused(Refusal.SECOND_FACTOR_REQUIRED));
        assertThat(node.ownPasskeys().begin(caller)).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
    }

    @Test
    void where_a_factor_is_required_or_a_reset_waits_the_passkey_is_asked_for_all_the_same() {
        UserId user = owner(ANA, "key-of-ana");
        SecondFactorPolicy exempt = SecondFactorPolicy.nobody().allowSignInWithoutPasskey();
        for (SecondFactorPolicy policy : List.of(
                SecondFactorPolicy.everybody().allowSignInWithoutPasskey(),
                exempt.or(SecondFactorPolicy.everybody()))) {
            assertThat(login(node(policy), ANA)).isInstanceOf(Outcome.SecondFactorRequired.class);
        }
        assertThat(login(node(SecondFactorPolicy.staff().or(exempt)), ANA)).isInstanceOf(Outcome.Done.class);
        Auth waits = fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys())
                .secondFactors(
                        SecondFactorSettings.optional().requiredOf(exempt).withAdministratorWait(Duration.ofHours(1))));
        waits.factorAdministration().reset(user, "ticket 7");
        assertThat(login(waits, ANA)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void an_authenticator_application_is_asked_for_beside_the_passkey() {
        fixture.member(BEN);
        Caller ben = fixture.caller(fixture.signedIn(BEN));
        SecondFactorContract.enrol(fixture, ben);
        BelievingPasskeys.add(fixture, ben.user(), "key-of-ben", "handle");
        assertThat(login(node(SecondFactorPolicy.nobody().allowSignInWithoutPasskey()), BEN))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    private UserId owner(String email, String key) {
        fixture.member(email);
        UserId user = fixture.signedIn(email).user().id();
        BelievingPasskeys.add(fixture, user, key, "handle");
        return user;
    }

    private OwnPasskeys.Added add(Auth node, Caller caller, String credential) {
        PasskeyCeremony ceremony = node.ownPasskeys().begin(caller).orElseThrow();
        FactorProof.Passkey made = new FactorProof.Passkey(ceremony.id(), credential);
        return node.ownPasskeys().finish(caller, made, null).orElseThrow();
    }

    private static Outcome<SignIn> login(Auth node, String email) {
        return node.login().signIn(new PasswordLogin.Request(email, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
    }

    private static Secret held(Auth node, String email) {
        return ((Outcome.SecondFactorRequired<SignIn>) login(node, email))
                .challenge()
                .id();
    }

    private static Outcome<SignIn> finish(Auth node, Secret challenge, Secret code) {
        return node.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        challenge, new FactorProof.RecoveryCode(code), FlowFixture.WEB, false));
    }

    private static Caller caller(Auth node, SignIn signIn) {
        return node.sessions().authenticate(signIn.tokens().access().reveal()).orElseThrow();
    }

    private Auth node(SecondFactorPolicy policy) {
        return fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys())
                .secondFactors(SecondFactorSettings.optional().requiredOf(policy)));
    }
}
