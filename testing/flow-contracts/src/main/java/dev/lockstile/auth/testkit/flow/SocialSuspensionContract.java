package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a suspension counts that a provider has told of, how it ends, and how not. */
abstract class SocialSuspensionContract extends SocialEventSteps {

    /** What the provider's clock lags behind ours. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final String CLEO = "cleo@acme.example";

    /** For those who extend it. */
    protected SocialSuspensionContract() {}

    @Test
    void a_suspension_stays_when_the_host_takes_events_no_more_and_ends_with_a_new_link() {
        suspend();
        steps.corp.takingEvents();
        assertThat(steps.signIn(steps.corp, "1", ANA, true)).isEqualTo(REFUSED);
        assertThat(steps.precheck(steps.corp, "1", ANA, true).canLogin()).isFalse();
        steps.link(fixture.caller(fixture.signedIn(ANA)), steps.corp, "1", ANA);
        assertThat(signIn().user().id()).isEqualTo(ana);
    }

    @Test
    void a_link_by_a_proof_of_before_the_event_ends_no_suspension() {
        SignIn in = fixture.signedIn(ANA);
        Caller caller = fixture.caller(in);
        SocialSteps.Attempt before = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), caller);
        fixture.clock.advance(Duration.ofMinutes(1));
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, now()));
        SocialSteps.Attempt atOnce = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), caller);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.events.clear();
        for (SocialSteps.Attempt attempt : List.of(before, atOnce)) {
            assertThat(SocialSteps.done(attempt.link(caller)).created()).isFalse();
            assertThat(steps.signIn(steps.corp, "1", ANA, true)).isEqualTo(REFUSED);
        }
        assertThat(fixture.events).noneMatch(AuthEvent.FactorsChanged.class::isInstance);
    }

    @Test
    void an_account_that_its_owner_links_again_signs_in_again() {
        suspend();
        fixture.events.clear();
        assertThat(steps.link(fixture.caller(fixture.signedIn(ANA)), steps.corp, "1", ANA)
                        .created())
                .isFalse();
        assertThat(signIn().user().id()).isEqualTo(ana);
        assertThat(fixture.events).contains(new AuthEvent.FactorsChanged(now(), ana, "social resumed: corp"));
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, now().minus(Duration.ofDays(1))));
        assertThat(signIn().user().id()).as("an older word").isEqualTo(ana);
    }

    @Test
    void a_suspension_goes_with_a_link_that_its_owner_takes_away() {
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        SocialSteps.Attempt before = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), caller);
        fixture.clock.advance(Duration.ofMinutes(1));
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, now()));
        SocialSteps.done(steps.auth().social().unlink(caller, "corp", null));
        assertThat(before.link(caller)).isEqualTo(Outcome.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(steps.link(caller, steps.corp, "1", ANA).created()).isTrue();
        assertThat(signIn().user().id()).isEqualTo(ana);
    }

    @Test
    void nobody_else_and_nobody_without_a_recent_proof_ends_a_suspension() {
        suspend();
        Caller before = fixture.caller(fixture.signedIn(ANA));
        fixture.clock.advance(Duration.ofMinutes(11));
        SocialSteps.Attempt late = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), before);
        assertThat(late.link(before)).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        fixture.member(CLEO);
        Caller cleo = fixture.caller(fixture.signedIn(CLEO));
        SocialSteps.Attempt others = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), cleo);
        assertThat(others.link(cleo)).isEqualTo(Outcome.refused(Refusal.SOCIAL_ALREADY_LINKED));
        assertThat(steps.signIn(steps.corp, "1", ANA, true)).isEqualTo(REFUSED);
    }

    @Test
    void a_suspension_of_just_after_a_sign_in_counts_though_the_clock_here_is_ahead() {
        for (boolean byBrowser : List.of(false, true)) {
            fixture.clock.advance(Duration.ofMinutes(1));
            SignIn in = steps.in(byBrowser ? steps.browser(steps.corp, behind()) : attempt(behind()));
            send(event(SocialEvent.Type.ACCOUNT_DISABLED, now().minus(AHEAD).plusSeconds(2)));
            assertThat(told()).isEqualTo("corp disabled applied");
            assertThat(lives(in)).isFalse();
            fixture.clock.advance(Duration.ofMinutes(1));
            assertThat(attempt(behind())).as("suspended").isEqualTo(REFUSED);
            send(event(SocialEvent.Type.ACCOUNT_ENABLED, now().minus(AHEAD)));
            assertThat(lives(steps.in(attempt(behind())))).isTrue();
        }
    }

    @Test
    void a_time_of_the_provider_that_no_clock_explains_keeps_no_browser_out() {
        Instant longAgo = now().minus(Duration.ofDays(1));
        steps.in(steps.browser(steps.corp, issued(longAgo)));
        steps.in(attempt(issued(longAgo)));
    }

    private Outcome<SignIn> attempt(SocialPerson person) {
        return steps.attempt(steps.corp, person).signIn();
    }

    private SocialPerson behind() {
        return issued(now().minus(AHEAD));
    }

    private SocialPerson issued(Instant at) {
        SocialPerson ana = steps.corp.person("1", ANA, true);
        return new SocialPerson(ana.issuer(), ana.subject(), ANA, true, ana.names(), null, at, ana.tokenDigest());
    }

    private void suspend() {
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, now()));
        assertThat(steps.signIn(steps.corp, "1", ANA, true)).isEqualTo(REFUSED);
        fixture.clock.advance(Duration.ofDays(8));
    }
}
