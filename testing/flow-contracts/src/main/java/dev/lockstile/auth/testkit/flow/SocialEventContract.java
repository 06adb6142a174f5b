package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What providers tell of accounts at them, and what becomes of it here. */
abstract class SocialEventContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String CLEO = "cleo@acme.example";
    private static final SocialEvents.Result ACCEPTED = new SocialEvents.Result.Accepted(false);
    private static final SocialEvents.Result REPEATED = new SocialEvents.Result.Accepted(true);

    private SocialSteps steps;
    private UserId ana;
    private int tokens;

    /** For those who extend it. */
    protected SocialEventContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        steps.corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        fixture.member(ANA);
        SignIn in = fixture.signedIn(ANA);
        ana = in.user().id();
        steps.link(fixture.caller(in), steps.corp, "1", ANA);
        steps.link(fixture.caller(in), steps.forum, "1", ANA);
    }

    @Test
    void sessions_that_came_by_the_provider_end_and_no_others() {
        SignIn byCorp = signIn(steps.corp, "1");
        SignIn byForum = signIn(steps.forum, "1");
        SignIn byPassword = fixture.signedIn(ANA);
        SignIn cleo = signUp();
        for (SocialEvent.Type type :
                List.of(SocialEvent.Type.SESSIONS_REVOKED, SocialEvent.Type.TOKENS_REVOKED, SocialEvent.Type.LOGOUT)) {
            SignIn again = signIn(steps.corp, "1");
            assertThat(send(type, "1")).isEqualTo(ACCEPTED);
            assertThat(lives(again)).as(type.code()).isFalse();
        }
        assertThat(lives(byCorp)).isFalse();
        assertThat(lives(byForum)).isTrue();
        assertThat(lives(byPassword)).isTrue();
        assertThat(lives(cleo)).as("somebody else's").isTrue();
        assertThat(lives(signIn(steps.corp, "1"))).as("a later sign-in").isTrue();
    }

    @Test
    void a_disabled_account_signs_nobody_in_until_it_is_enabled() {
        SignIn before = signIn(steps.corp, "1");
        SocialSteps.Attempt underWay = steps.attempt(steps.corp, "1", ANA, true);
        assertThat(send(SocialEvent.Type.ACCOUNT_DISABLED, "1")).isEqualTo(ACCEPTED);
        assertThat(lives(before)).isFalse();
        assertThat(underWay.signIn()).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(steps.precheck(steps.corp, "1", ANA, true).canLogin()).isFalse();
        assertThat(fixture.signedIn(ANA).user().id()).as("by password").isEqualTo(ana);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(send(SocialEvent.Type.ACCOUNT_ENABLED, "1")).isEqualTo(ACCEPTED);
        assertThat(signIn(steps.corp, "1").user().id()).isEqualTo(ana);
    }

    @Test
    void the_latest_word_counts_though_it_came_first() {
        Instant disabled = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(2));
        send(SocialEvent.Type.ACCOUNT_ENABLED, "1");
        assertThat(send(event(SocialEvent.Type.ACCOUNT_DISABLED, "1", disabled)))
                .isEqualTo(ACCEPTED);
        assertThat(signIn(steps.corp, "1").user().id()).isEqualTo(ana);
    }

    @Test
    void an_account_that_is_gone_is_unlinked_and_not_linked_by_its_address_again() {
        for (SocialEvent.Type type : List.of(SocialEvent.Type.ACCOUNT_PURGED, SocialEvent.Type.CONSENT_REVOKED)) {
            SignIn byCorp = signIn(steps.corp, "1");
            assertThat(send(type, "1")).isEqualTo(ACCEPTED);
            assertThat(lives(byCorp)).isFalse();
            assertThat(linked()).containsExactly("forum");
            assertThat(steps.signIn(steps.corp, "1", ANA, true))
                    .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
            assertThat(heard("authn_provider_event").get(0).detail()).isEqualTo("corp " + type.code() + " applied");
            steps.link(fixture.caller(fixture.signedIn(ANA)), steps.corp, "1", ANA);
        }
        fixture.deliver();
        assertThat(fixture.postbox.lastTo(ANA).text()).contains("Acme");
    }

    @Test
    void an_account_that_is_gone_is_unlinked_of_a_disabled_person_too() {
        SocialSteps.done(steps.auth().social().unlink(fixture.caller(fixture.signedIn(ANA)), "forum", null));
        fixture.auth.admin().disable(ana);
        assertThat(send(SocialEvent.Type.ACCOUNT_PURGED, "1")).isEqualTo(ACCEPTED);
        assertThat(heard("authn_provider_event").get(0).detail()).isEqualTo("corp purged applied");
        fixture.auth.admin().enable(ana);
        assertThat(linked()).as("the password is left").isEmpty();
    }

    @Test
    void the_last_way_in_stays_and_the_host_is_told() {
        SignIn cleo = signUp();
        assertThat(send(SocialEvent.Type.ACCOUNT_PURGED, "9")).isEqualTo(ACCEPTED);
        assertThat(lives(cleo)).isFalse();
        AuthEvent told = heard("authn_provider_event").get(0);
        assertThat(told.user()).isEqualTo(cleo.user().id());
        assertThat(told.detail()).isEqualTo("corp purged kept");
        assertThat(signIn(steps.corp, "9").user().id()).isEqualTo(cleo.user().id());
    }

    @Test
    void what_asks_for_nothing_is_told_to_listeners_alone() {
        SignIn in = signIn(steps.corp, "1");
        for (SocialEvent.Type type : List.of(
                SocialEvent.Type.CREDENTIAL_CHANGE_REQUIRED,
                SocialEvent.Type.EMAIL_DISABLED,
                SocialEvent.Type.EMAIL_ENABLED,
                SocialEvent.Type.OTHER)) {
            assertThat(send(type, "1")).isEqualTo(ACCEPTED);
            AuthEvent told = heard("authn_provider_event").get(0);
            assertThat(told).isEqualTo(new AuthEvent.ProviderEvent(now(), ana, "corp", type.code(), "noted"));
        }
        assertThat(lives(in)).isTrue();
    }

    @Test
    void an_account_that_nobody_has_is_answered_the_same() {
        assertThat(send(SocialEvent.Type.ACCOUNT_PURGED, "unknown")).isEqualTo(ACCEPTED);
        assertThat(heard("authn_provider_event").get(0))
                .isEqualTo(new AuthEvent.ProviderEvent(now(), null, "corp", "purged", "nobody"));
        assertThat(send(SocialEvent.Type.VERIFICATION, null)).isEqualTo(ACCEPTED);
        SocialEvent foreign = new SocialEvent("https://evil.example", "1", "x", now(), SocialEvent.Type.ACCOUNT_PURGED);
        assertThat(send(foreign)).isEqualTo(ACCEPTED);
        assertThat(linked()).containsExactly("corp", "forum");
    }

    @Test
    void a_token_counts_once_whoever_is_quicker() {
        SocialEvent event = event(SocialEvent.Type.SESSIONS_REVOKED, "1", now());
        assertThat(ParallelRun.winners(10, n -> send(event).equals(ACCEPTED))).isEqualTo(1);
        SignIn later = signIn(steps.corp, "1");
        assertThat(send(event)).isEqualTo(REPEATED);
        assertThat(lives(later)).isTrue();
        fixture.clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(send(event)).as("for as long as it is young enough").isEqualTo(REPEATED);
        fixture.clock.advance(Duration.ofMinutes(2));
        assertThat(send(event)).isEqualTo(refused(SocialEvents.Refusal.INVALID_REQUEST));
    }

    @Test
    void a_token_of_the_future_and_one_without_a_usable_id_are_refused() {
        SocialEvent future = event(SocialEvent.Type.SESSIONS_REVOKED, "1", now().plusSeconds(61));
        assertThat(send(future)).isEqualTo(refused(SocialEvents.Refusal.INVALID_REQUEST));
        for (String id : List.of("", " ", "x".repeat(256))) {
            SocialEvent odd = new SocialEvent(steps.corp.issuer(), "1", id, now(), SocialEvent.Type.SESSIONS_REVOKED);
            assertThat(send(odd)).isEqualTo(refused(SocialEvents.Refusal.INVALID_REQUEST));
        }
    }

    @Test
    void nothing_is_taken_that_was_not_switched_on_or_is_not_believed() {
        SocialEvent event = event(SocialEvent.Type.SESSIONS_REVOKED, "1", now());
        Secret token = steps.corp.event(event);
        assertThat(send("forum", SocialEvent.Delivery.SECURITY_EVENT, steps.forum.event(event)))
                .isEqualTo(refused(SocialEvents.Refusal.OFF));
        assertThat(send("corp", SocialEvent.Delivery.LOGOUT, token)).isEqualTo(refused(SocialEvents.Refusal.OFF));
        assertThat(send("none", SocialEvent.Delivery.SECURITY_EVENT, token))
                .isEqualTo(refused(SocialEvents.Refusal.OFF));
        assertThat(send("corp", SocialEvent.Delivery.SECURITY_EVENT, Secret.of("forged")))
                .isEqualTo(refused(SocialEvents.Refusal.INVALID_KEY));
        steps.corp.down(true);
        assertThat(send("corp", SocialEvent.Delivery.SECURITY_EVENT, token))
                .isEqualTo(refused(SocialEvents.Refusal.UNAVAILABLE));
        steps.corp.down(false);
        assertThat(send("corp", SocialEvent.Delivery.SECURITY_EVENT, token))
                .as("nothing was used up")
                .isEqualTo(ACCEPTED);
        assertThat(steps.auth().socialEvents().providers(SocialEvent.Delivery.SECURITY_EVENT))
                .containsExactly("corp");
        assertThat(fixture.auth.socialEvents().providers(SocialEvent.Delivery.SECURITY_EVENT))
                .isEmpty();
    }

    @Test
    void an_imported_account_is_the_providers_of_its_name() {
        steps.imported(ana, "corp", "old");
        assertThat(send(SocialEvent.Type.ACCOUNT_DISABLED, "old")).isEqualTo(ACCEPTED);
        assertThat(steps.signIn(steps.corp, "old", ANA, true))
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void one_network_sends_only_so_many() {
        ThrottleSettings three = ThrottleSettings.owasp().with(RateLimit.SOCIAL_EVENT_IP, Rate.perMinute(3));
        steps = new SocialSteps(fixture, FlowFixture.settings().withThrottles(three), social -> social);
        steps.corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        SocialEvent believed = event(SocialEvent.Type.VERIFICATION, null, now());
        assertThat(send(believed)).isEqualTo(ACCEPTED);
        for (int sent = 0; sent < 10; sent++) {
            assertThat(send(SocialEvent.Type.VERIFICATION, null))
                    .as("what is believed is not counted")
                    .isEqualTo(ACCEPTED);
        }
        assertThat(send(believed)).isEqualTo(REPEATED);
        for (int sent = 1; sent < 3; sent++) {
            assertThat(send("corp", SocialEvent.Delivery.SECURITY_EVENT, Secret.of("forged")))
                    .isEqualTo(refused(SocialEvents.Refusal.INVALID_KEY));
        }
        assertThat(send(SocialEvent.Type.VERIFICATION, null))
                .isInstanceOfSatisfying(SocialEvents.Result.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(SocialEvents.Refusal.THROTTLED);
                    assertThat(refused.retryAt()).isNotNull();
                });
    }

    @Test
    void ended_sessions_are_told_with_their_reason() {
        signIn(steps.corp, "1");
        send(SocialEvent.Type.SESSIONS_REVOKED, "1");
        assertThat(heard("session_expired"))
                .anySatisfy(event -> assertThat(event.detail()).isEqualTo(EndReason.PROVIDER_EVENT.name()));
    }

    private SocialEvents.Result send(SocialEvent.Type type, @Nullable String subject) {
        return send(event(type, subject, now()));
    }

    private SocialEvents.Result send(SocialEvent event) {
        return send("corp", SocialEvent.Delivery.SECURITY_EVENT, steps.corp.event(event));
    }

    private SocialEvents.Result send(String provider, SocialEvent.Delivery delivery, Secret token) {
        return steps.auth().socialEvents().receive(new SocialEvents.Message(provider, delivery, token, "198.51.100.7"));
    }

    private SocialEvent event(SocialEvent.Type type, @Nullable String subject, Instant at) {
        return new SocialEvent(steps.corp.issuer(), subject, "jti-" + ++tokens, at, type);
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    private SignIn signIn(TestSocialProvider provider, String subject) {
        return steps.in(steps.signIn(provider, subject, null, false));
    }

    /** A user whose only way in is the account there. */
    private SignIn signUp() {
        return steps.in(steps.signIn(steps.corp, "9", CLEO, true));
    }

    private boolean lives(SignIn in) {
        return steps.auth().sessions().refresh(in.tokens().refresh()) instanceof Outcome.Done<TokenPair>;
    }

    private List<String> linked() {
        return SocialSteps.done(steps.auth().social().accounts(fixture.caller(fixture.signedIn(ANA)))).stream()
                .map(LinkedAccount::provider)
                .toList();
    }

    private List<AuthEvent> heard(String name) {
        List<AuthEvent> found = fixture.events.stream()
                .filter(event -> event.name().equals(name))
                .toList();
        fixture.events.clear();
        return found;
    }

    private static SocialEvents.Result refused(SocialEvents.Refusal why) {
        return new SocialEvents.Result.Refused(why, null);
    }
}
