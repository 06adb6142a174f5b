package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sending a browser to another site: it comes back once, as the browser that left, to an address of the host. */
abstract class SocialRedirectContract extends SocialLinkCases {

    /** For those who extend it. */
    protected SocialRedirectContract() {}

    @Test
    void a_browser_goes_there_comes_back_and_is_signed_in_once() {
        SocialLogin.Started started = start(null, "https://shop.acme.example/in?x=1");
        assertThat(steps.auth().social().waiting(started.browser())).isEmpty();
        Secret code = steps.corp.code(steps.corp.person("5", "dora@acme.example", true), started.authorizationUri());
        Outcome<URI> back = back(started, started.browser(), code, null);
        assertThat(SocialSteps.done(back)).hasToString("https://shop.acme.example/in?x=1&social=done");
        assertThat(back(started, started.browser(), code, null)).isEqualTo(refused(Refusal.INVALID_STATE));
        assertThat(steps.auth().social().waiting(started.browser())).contains(SocialLogin.Intent.LOGIN);
        assertThat(finish(started, false)).isEqualTo(SocialLoginContract.refused(Refusal.TERMS_REQUIRED));
        steps.in(finish(started, true));
        assertThat(finish(started, true)).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void a_state_is_worth_nothing_in_another_browser_or_at_another_provider() {
        SocialLogin.Started mine = start(null, null);
        SocialLogin.Started other = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("5", ANA, true), mine.authorizationUri());
        assertThat(back(mine, other.browser(), code, null)).isEqualTo(refused(Refusal.INVALID_STATE));
        assertThat(back(mine, null, code, null)).isEqualTo(refused(Refusal.INVALID_STATE));
        assertThat(steps.auth().social().callback(callback("merge", mine, mine.browser(), code, null)))
                .isEqualTo(refused(Refusal.INVALID_STATE));
        assertThat(SocialSteps.done(back(mine, mine.browser(), code, null)))
                .hasToString("https://acme.example/?social=done");
        SocialLogin.Started late = start(null, null);
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(back(late, late.browser(), code, null)).isEqualTo(refused(Refusal.INVALID_STATE));
    }

    @Test
    void a_code_of_another_transaction_is_not_redeemed() {
        SocialLogin.Started attackers = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("6", "eve@acme.example", true), attackers.authorizationUri());
        SocialLogin.Started victims = start(null, null);
        assertThat(SocialSteps.done(back(victims, victims.browser(), code, null)))
                .hasToString("https://acme.example/?social_error=invalid_social_token");
        assertThat(finish(victims, true)).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void a_refusal_of_the_site_and_an_outage_are_told_in_the_address() {
        SocialLogin.Started refused = start(null, null);
        assertThat(SocialSteps.done(back(refused, refused.browser(), null, "access_denied")))
                .hasToString("https://acme.example/?social_error=access_denied");
        SocialLogin.Started mixed = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("6", ANA, true), mixed.authorizationUri());
        SocialCallback.Answer answer = new SocialCallback.Answer(state(mixed), code, "https://evil.example", null);
        assertThat(SocialSteps.done(
                        steps.auth().social().callback(new SocialCallback("corp", mixed.browser(), answer, null))))
                .hasToString("https://acme.example/?social_error=invalid_social_token");
        SocialLogin.Started outage = start(null, null);
        Secret good = steps.corp.code(steps.corp.person("6", ANA, true), outage.authorizationUri());
        steps.corp.down(true);
        assertThat(SocialSteps.done(back(outage, outage.browser(), good, null)))
                .hasToString("https://acme.example/?social_error=unavailable");
        assertThat(steps.auth().social().start(new SocialLogin.Start("corp", null, null, null)))
                .isEqualTo(refused(Refusal.UNAVAILABLE));
    }

    @Test
    void a_browser_links_for_the_session_that_sent_it() {
        SocialLogin.Started started = start(ana, null);
        Secret code = steps.corp.code(steps.corp.person("7", "x@forum.example", false), started.authorizationUri());
        back(started, started.browser(), code, null);
        assertThat(steps.auth().social().waiting(started.browser())).contains(SocialLogin.Intent.LINK);
        Caller elsewhere = fixture.caller(fixture.signedIn(ANA));
        for (Caller stranger : List.of(ben, elsewhere)) {
            assertThat(steps.auth().social().finishLink(stranger, started.browser()))
                    .isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        }
        assertThat(finish(started, true))
                .as("as a sign-in")
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(steps.auth().social().finishLink(ana, started.browser())).isInstanceOf(Outcome.Done.class);
        assertThat(steps.auth().social().finishLink(ana, started.browser()))
                .isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(user(steps.signIn(steps.corp, "7", null, false))).isEqualTo(ana.user());
    }

    @Test
    void browsers_are_sent_to_the_hosts_own_addresses_alone() {
        for (String address : List.of(
                "https://evil.example/",
                "https://acme.example.evil.example/",
                "https://acme.example@evil.example/",
                "https://acme.example:8443/",
                "http://acme.example/",
                "//acme.example/",
                "/home",
                "https://acme.example/\\evil.example",
                "https://acme.example/#fragment",
                "javascript:alert(1)")) {
            assertThat(steps.auth().social().start(new SocialLogin.Start("corp", null, address, null)))
                    .as(address)
                    .isEqualTo(refused(Refusal.INVALID_RETURN_TO));
        }
        assertThat(steps.auth().social().start(new SocialLogin.Start("nobody", null, null, null)))
                .isEqualTo(refused(Refusal.UNKNOWN_PROVIDER));
    }

    private Outcome<URI> back(
            SocialLogin.Started started, @Nullable Secret browser, @Nullable Secret code, @Nullable String error) {
        return steps.auth().social().callback(callback("corp", started, browser, code, error));
    }

    private static SocialCallback callback(
            String provider,
            SocialLogin.Started started,
            @Nullable Secret browser,
            @Nullable Secret code,
            @Nullable String error) {
        return new SocialCallback(
                provider, browser, new SocialCallback.Answer(state(started), code, null, error), "192.0.2.7");
    }

    private static Secret state(SocialLogin.Started started) {
        return Secret.of(TestSocialProvider.parameter(started.authorizationUri(), "state"));
    }
}
