package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account sees of its own second factors and trusted browsers, and what it may change of them. */
abstract class OwnFactorsContract extends SecondFactorFixture {

    private SecondFactors factors() {
        return fixture.auth.secondFactors();
    }

    @Test
    void an_account_sees_what_it_has() {
        Caller caller = trusting();
        SecondFactors.View view = done(factors().view(caller));
        assertThat(view).isEqualTo(new SecondFactors.View(true, true, 0, 10, List.of(), 1));
        assertThat(done(factors().recoveryCodes(caller)).left()).isEqualTo(10);
        assertThat(factors().stepUpMethods(caller)).contains("totp").doesNotContain("password", "code");
    }

    @Test
    void an_account_of_one_factor_proves_itself_by_password_or_code() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        assertThat(factors().stepUpMethods(ben)).containsExactly("password", "code");
        assertThat(factors().recoveryCodes(ben)).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(done(factors().view(ben))).isEqualTo(new SecondFactors.View(true, false, 0, 0, List.of(), 0));
        fixture.store.<Boolean>alone(tx -> tx.users().resetPassword(ben.user(), null, fixture.clock.instant()));
        assertThat(factors().stepUpMethods(ben)).containsExactly("code");
    }

    @Test
    void a_trusted_browser_is_forgotten_by_its_owner_alone() {
        Caller caller = trusting();
        List<TrustedBrowserState> browsers = done(factors().browsers(caller));
        assertThat(browsers).hasSize(1);
        String id = browsers.get(0).browserId();
        fixture.member("eve@acme.example");
        Caller eve = fixture.caller(fixture.signedIn("eve@acme.example"));
        assertThat(factors().forgetBrowser(eve, id)).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(done(factors().browsers(caller))).hasSize(1);
        assertThat(done(factors().forgetBrowser(caller, id))).isTrue();
        assertThat(done(factors().browsers(caller))).isEmpty();
        assertThat(factors().forgetBrowser(caller, id)).isEqualTo(refused(Refusal.NOT_FOUND));
    }

    @Test
    void all_trusted_browsers_are_forgotten_and_counted() {
        Caller caller = trusting();
        assertThat(done(factors().forgetBrowsers(caller))).isEqualTo(1);
        assertThat(done(factors().forgetBrowsers(caller))).isZero();
    }

    @Test
    void a_session_that_is_over_sees_and_changes_nothing() {
        Caller caller = trusting();
        String browser = done(factors().browsers(caller)).get(0).browserId();
        fixture.auth.sessions().logout(caller);
        assertThat(List.<Outcome<?>>of(
                        factors().view(caller),
                        factors().recoveryCodes(caller),
                        factors().browsers(caller),
                        factors().forgetBrowser(caller, browser),
                        factors().forgetBrowsers(caller),
                        factors().beginTotp(caller),
                        factors().confirmTotp(caller, "none", Secret.of("123456")),
                        factors().removeTotp(caller),
                        factors().renewRecoveryCodes(caller)))
                .allMatch(refused(Refusal.SESSION_ENDED)::equals);
        assertThat(factors().stepUpMethods(caller)).isEmpty();
    }

    @Test
    void a_refused_change_is_told_with_its_reason() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        fixture.events.clear();
        assertThat(factors().removeTotp(ben)).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(fixture.events)
                .filteredOn(AuthEvent.Refused.class::isInstance)
                .extracting(event -> ((AuthEvent.Refused) event).reason())
                .containsExactly("not_found");
    }

    @Test
    void an_account_without_a_proven_address_adds_no_factor() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        String key = IdentifierRules.standard()
                .email("ben@acme.example")
                .orElseThrow()
                .key();
        assertThat(fixture.store.<Boolean>alone(
                        tx -> tx.users().disown(ben.user(), IdentifierKind.EMAIL, key, "ben@acme.example")))
                .isTrue();
        assertThat(factors().beginTotp(ben)).isEqualTo(refused(Refusal.NO_PROVEN_ADDRESS));
        assertThat(factors().renewRecoveryCodes(ben)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_application_is_added_by_a_recent_proof_alone() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(factors().beginTotp(ben)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
    }

    @Test
    void the_owner_is_told_of_a_removal_and_of_new_recovery_codes_and_the_browsers_are_forgotten() {
        Caller caller = trusting();
        fixture.deliver();
        int before = fixture.deliver().postbox.to(ADDRESS).size();
        done(factors().renewRecoveryCodes(caller));
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(before + 1);
        done(factors().removeTotp(caller));
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(before + 2);
        assertThat(fixture.postbox.lastTo(ADDRESS).text()).contains("\n\nQué: Aplicación de autenticación\nCuándo: ");
        assertThat(fixture.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .last()
                .extracting(AuthEvent::detail)
                .isEqualTo("totp removed");
        assertThat(done(factors().browsers(caller))).isEmpty();
    }

    /** Ana's session of both factors in a browser that she trusts. */
    private Caller trusting() {
        return in(fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        challenge().id(), totp(ana.app().code()), FlowFixture.WEB, true)));
    }
}
