package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Browsers that leave the second factor out: whose they are, for what, and until when. */
abstract class TrustedBrowserContract extends SecondFactorFixture {

    @Test
    void a_trusted_browser_leaves_the_factor_out_at_sign_in_and_nowhere_else() {
        ClientInfo browser = trusted();
        Outcome<SignIn> result = fixture.auth.login().signIn(password(browser));
        Caller caller = fixture.caller(FlowFixture.signIn(result));
        assertThat(caller.showedTwoFactors()).isFalse();
        assertThat(fixture.auth.stepUp().isRecent(caller)).isFalse();
        assertThat(fixture.auth.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)))
                .isInstanceOf(Outcome.Refused.class);
        ClientInfo phone = FlowFixture.PHONE_APP.showing(browser.evidence());
        assertThat(fixture.auth.login().signIn(password(phone))).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_session_of_a_trusted_browser_is_refreshed_as_what_it_is() {
        SignIn in = FlowFixture.signIn(fixture.auth.login().signIn(password(trusted())));
        Caller before = fixture.caller(in);
        fixture.clock.advance(Duration.ofMinutes(5));
        Outcome<TokenPair> result = fixture.auth.sessions().refresh(in.tokens().refresh());
        assertThat(result).isInstanceOf(Outcome.Done.class);
        Caller after = caller(result.orElseThrow().access());
        assertThat(after.context()).isEqualTo(before.context());
        assertThat(after.showedTwoFactors()).isFalse();
        assertThat(after.session()).isEqualTo(before.session());
    }

    @Test
    void a_trusted_browser_is_its_owners_for_thirty_days_and_until_something_changes() {
        ClientInfo browser = trusted();
        fixture.member("ben@acme.example");
        enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        PasswordLogin.Request ben =
                new PasswordLogin.Request("ben@acme.example", Secret.of(FlowFixture.PASSWORD), browser);
        assertThat(fixture.auth.login().signIn(ben)).isInstanceOf(Outcome.SecondFactorRequired.class);
        fixture.clock.advance(Duration.ofDays(29));
        assertThat(fixture.auth.login().signIn(password(browser))).isInstanceOf(Outcome.Done.class);
        Caller caller = in(finish(challenge(), browser, false));
        done(fixture.auth.secondFactors().forgetBrowsers(caller));
        assertThat(fixture.auth.login().signIn(password(browser))).isInstanceOf(Outcome.SecondFactorRequired.class);
        ClientInfo again = trusted();
        fixture.clock.advance(Duration.ofDays(30));
        assertThat(fixture.auth.login().signIn(password(again))).isInstanceOf(Outcome.SecondFactorRequired.class);
        ClientInfo third = trusted();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        fixture.auth.passwords().confirmReset(fixture.linkTo(ADDRESS), Secret.of("new-harbour-7781"));
        PasswordLogin.Request after = new PasswordLogin.Request(ADDRESS, Secret.of("new-harbour-7781"), third);
        assertThat(fixture.auth.login().signIn(after)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void trust_in_a_browser_ends_when_an_administrator_ends_the_sessions_or_disables_the_account() {
        ClientInfo browser = trusted();
        fixture.auth.admin().endSessions(ana.caller().user());
        assertThat(fixture.auth.login().signIn(password(browser))).isInstanceOf(Outcome.SecondFactorRequired.class);
        ClientInfo other = trusted();
        fixture.auth.admin().disable(ana.caller().user());
        fixture.auth.admin().enable(ana.caller().user());
        assertThat(fixture.auth.login().signIn(password(other))).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void an_application_of_a_phone_is_trusted_by_no_token() {
        SecondFactorChallenge challenge = challenge(fixture.auth.login().signIn(password(FlowFixture.PHONE_APP)));
        assertThat(signedIn(finish(challenge, FlowFixture.PHONE_APP, true))
                        .extras()
                        .trustedBrowser())
                .isNull();
        assertThat(signedIn(finish(challenge(), FlowFixture.WEB, false))
                        .extras()
                        .trustedBrowser())
                .as("without the wish")
                .isNull();
    }

    @Test
    void a_node_without_trusted_browsers_says_so_and_trusts_none() {
        ClientInfo browser = trusted();
        Auth strict = fixture.nodeWithFactors(SecondFactorSettings.optional());
        assertThat(fixture.auth.secondFactors().served().trustedBrowsers()).isTrue();
        assertThat(strict.secondFactors().served().trustedBrowsers()).isFalse();
        assertThat(strict.login().signIn(password(browser))).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(trustOf(strict)).isNull();
    }

    @Test
    void the_browser_of_an_account_without_a_password_is_trusted_alike() {
        fixture.store.alone(tx -> tx.users().resetPassword(ana.caller().user(), null, fixture.clock.instant()));
        fixture.requestCode(ADDRESS);
        Outcome<SignIn> first = fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS));
        SecondFactorChallenge challenge = ((Outcome.SecondFactorRequired<SignIn>) first).challenge();
        ClientInfo browser = showing(signedIn(finish(challenge, FlowFixture.WEB, true)));
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(ADDRESS);
        Secret code = Secret.of(fixture.codeTo(ADDRESS));
        assertThat(fixture.auth
                        .codes()
                        .verify(new CodeLogin.Attempt(CodeIdentifier.email(ADDRESS), null, code, browser)))
                .isInstanceOf(Outcome.Done.class);
    }

    private @Nullable Secret trustOf(Auth node) {
        SecondFactorChallenge challenge = challenge(node.login().signIn(password(FlowFixture.WEB)));
        SecondFactorLogin.Attempt attempt =
                new SecondFactorLogin.Attempt(challenge.id(), nextCode(), FlowFixture.WEB, true);
        return signedIn(node.secondFactorLogin().finish(attempt)).extras().trustedBrowser();
    }

    private ClientInfo trusted() {
        return showing(signedIn(finish(challenge(), FlowFixture.WEB, true)));
    }

    private static ClientInfo showing(SignIn in) {
        assertThat(in.extras().trustedBrowser()).isNotNull();
        return FlowFixture.WEB.showing(
                new ClientEvidence(null, null, in.extras().trustedBrowser()));
    }

    private Outcome<SignIn> finish(SecondFactorChallenge challenge, ClientInfo client, boolean trust) {
        return fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), nextCode(), client, trust));
    }

    private FactorProof nextCode() {
        fixture.clock.advance(Duration.ofMinutes(1)); // a step of its own
        return totp(ana.app().code());
    }

    private static SignIn signedIn(Outcome<SignIn> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private static PasswordLogin.Request password(ClientInfo client) {
        return new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), client);
    }
}
