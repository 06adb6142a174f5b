package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sign-in with another site is worth after an outage of the host's database. */
abstract class SocialOutageContract extends OutageFixture {

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialOutageContract() {}

    @BeforeEach
    final void serve() {
        assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.socials().isMapped()), "the host keeps no links to other sites");
        steps = new SocialSteps(fixture, tight(FlowFixture.settings()), SocialSettings::allowSignUp);
    }

    @Test
    void an_id_token_of_a_sign_in() {
        isStillRight(
                () -> steps.attempt(steps.corp, fresh(), fresh(), true),
                SocialSteps.Attempt::signIn,
                Outcome.Done.class::isInstance);
    }

    @Test
    void an_id_token_of_a_link() {
        isStillRight(
                () -> {
                    Caller caller = caller(member());
                    return new Linking(
                            caller, steps.attempt(steps.corp, steps.corp.person(fresh(), null, false), caller));
                },
                linking -> linking.attempt().link(linking.caller()),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_browser_that_is_back_and_signs_in() {
        isStillRight(() -> back(begun(null)), this::finish, Outcome.Done.class::isInstance);
    }

    @Test
    void a_browser_that_is_back_and_links() {
        isStillRight(
                () -> {
                    Caller caller = caller(member());
                    return new Returning(caller, back(begun(caller)));
                },
                back -> steps.auth()
                        .social()
                        .finishLink(back.caller(), back.begun().started().browser()),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_state_whose_code_was_not_redeemed() {
        isStillRight(() -> begun(null), this::callback, SocialOutageContract::isToldToGoOn);
    }

    @Test
    void a_browser_whose_code_was_redeemed_is_sent_back_to_begin_again() {
        Begun begun = begun(null);
        Outcome<URI> told = failingAtTheLast(() -> callback(begun));
        assertThat(told.orElseThrow()).hasToString("https://acme.example/?social_error=unavailable");
        assertThat(callback(begun)).isEqualTo(Outcome.refused(Refusal.INVALID_STATE));
        assertThat(callback(begun(null)).orElseThrow()).hasToString("https://acme.example/?social=done");
    }

    @Test
    void a_state_of_a_provider_that_is_down_is_good_once_it_is_up() {
        Begun begun = begun(null);
        steps.corp.down(true);
        fixture.events.clear();
        assertThat(callback(begun).orElseThrow()).hasToString("https://acme.example/?social_error=unavailable");
        assertThat(fixture.events).singleElement().isInstanceOf(AuthEvent.Unavailable.class);
        steps.corp.down(false);
        assertThat(callback(begun).orElseThrow()).hasToString("https://acme.example/?social=done");
        assertThat(finish(begun)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_provider_that_is_down_lifts_no_limit_and_a_refusal_uses_the_state_up() {
        Begun begun = begun(null);
        steps.corp.down(true);
        callback(begun);
        callback(begun);
        assertThat(callback(begun).refusal()).contains(Refusal.THROTTLED);
        fixture.clock.advance(Duration.ofMinutes(9));
        steps.corp.down(false);
        Begun other = new Begun(begun(null).started(), begun.code());
        assertThat(callback(other, "192.0.2.9").orElseThrow())
                .hasToString("https://acme.example/?social_error=invalid_social_token");
        assertThat(callback(other, "192.0.2.9")).isEqualTo(Outcome.refused(Refusal.INVALID_STATE));
    }

    private static boolean isToldToGoOn(Outcome<URI> result) {
        return result instanceof Outcome.Done<URI> done
                && (done.value().getQuery().equals("social=done")
                        || done.value().getQuery().equals("social_error=unavailable"));
    }

    private Begun begun(@Nullable Caller caller) {
        SocialLogin.Started started = steps.auth()
                .social()
                .start(new SocialLogin.Start("corp", caller, null, "192.0.2.7"))
                .orElseThrow();
        String person = fresh();
        Secret code = steps.corp.code(steps.corp.person(person, person, true), started.authorizationUri());
        return new Begun(started, code);
    }

    private Begun back(Begun begun) {
        callback(begun).orElseThrow();
        return begun;
    }

    private Outcome<SignIn> finish(Begun begun) {
        return steps.auth().social().finish(begun.started().browser(), FlowFixture.WEB, true);
    }

    private Outcome<URI> callback(Begun begun) {
        return callback(begun, "192.0.2.8");
    }

    private Outcome<URI> callback(Begun begun, String address) {
        Secret state = Secret.of(TestSocialProvider.parameter(begun.started().authorizationUri(), "state"));
        return steps.auth()
                .social()
                .callback(new SocialCallback(
                        "corp",
                        begun.started().browser(),
                        new SocialCallback.Answer(state, begun.code(), null, null),
                        address));
    }

    private record Begun(SocialLogin.Started started, Secret code) {}

    private record Linking(Caller caller, SocialSteps.Attempt attempt) {}

    private record Returning(Caller caller, Begun begun) {}
}
