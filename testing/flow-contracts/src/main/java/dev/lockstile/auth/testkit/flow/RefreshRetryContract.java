package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a session whose client lost the answer to a refresh, where the host allows a retry (RFC 9700 4.14.2).
 */
abstract class RefreshRetryContract extends MemberSessionsContract {

    private static final RefreshClient PHONE = new RefreshClient(ClientKind.MOBILE, "device-1");
    private static final Duration LATER = Duration.ofSeconds(12);

    private FlowFixture kind;

    /** For those who extend it. */
    protected RefreshRetryContract() {}

    @BeforeEach
    final void allow() {
        kind = rewired(sessions(SessionSettings::allowRefreshRetry));
    }

    @Test
    void a_phone_that_lost_the_answer_goes_on() {
        Secret token = phone(kind, "device-1").tokens().refresh();
        for (Duration away : List.of(LATER, Duration.ofHours(5), Duration.ofDays(13))) {
            refreshed(kind, token, PHONE);
            kind.clock.advance(away);
            token = refreshed(kind, token, PHONE).refresh();
        }
        assertThat(refreshed(kind, token, PHONE)).isNotNull();
        assertThat(live(kind)).hasSize(1);
        assertThat(ends()).isEmpty();
    }

    @Test
    void a_browser_that_lost_the_answer_goes_on() {
        Secret old = lost(kind.signedIn(ADDRESS));
        kind.clock.advance(LATER);
        assertThat(refreshed(kind, refreshed(kind, old).refresh())).isNotNull();
    }

    @Test
    void an_answer_may_be_lost_again_and_again() {
        Secret old = lost(phone(kind, "device-1"));
        for (int n = 0; n < 5; n++) {
            kind.clock.advance(LATER);
            refreshed(kind, old, PHONE);
        }
        kind.clock.advance(LATER);
        assertThat(refreshed(kind, refreshed(kind, old, PHONE).refresh(), PHONE))
                .isNotNull();
        assertThat(live(kind)).hasSize(1);
    }

    @Test
    void requests_sent_together_get_one_pair() {
        SignIn ana = phone(kind, "device-1");
        Secret next = refreshed(kind, ana.tokens().refresh(), PHONE).refresh();
        kind.clock.advance(Duration.ofSeconds(9));
        assertThat(refreshed(kind, ana.tokens().refresh(), PHONE).refresh()).isEqualTo(next);
        assertThat(refreshed(kind, next, PHONE)).isNotNull();
    }

    @Test
    void after_a_use_of_the_new_token_the_old_one_ends_the_session() {
        SignIn ana = phone(kind, "device-1");
        Secret second = refreshed(kind, ana.tokens().refresh(), PHONE).refresh();
        Secret third = refreshed(kind, second, PHONE).refresh();
        isReuse(ana.tokens().refresh(), PHONE);
        assertThat(kind.auth.sessions().refresh(third, PHONE)).isEqualTo(REFUSED);
    }

    @Test
    void a_thief_who_repeats_the_old_token_is_found_when_the_owner_refreshes() {
        SignIn ana = phone(kind, "device-1");
        Secret owners = refreshed(kind, ana.tokens().refresh(), PHONE).refresh();
        kind.clock.advance(LATER);
        Secret thiefs = refreshed(kind, ana.tokens().refresh(), PHONE).refresh();
        assertThat(thiefs).isNotEqualTo(owners);
        isReuse(owners, PHONE);
        assertThat(kind.auth.sessions().refresh(thiefs, PHONE)).isEqualTo(REFUSED);
    }

    @Test
    void a_thief_who_refreshed_with_the_stolen_answer_is_found_by_the_owners_retry() {
        SignIn ana = phone(kind, "device-1");
        Secret stolen = refreshed(kind, ana.tokens().refresh(), PHONE).refresh();
        Secret thiefs = refreshed(kind, stolen, PHONE).refresh();
        kind.clock.advance(LATER);
        isReuse(ana.tokens().refresh(), PHONE);
        assertThat(kind.auth.sessions().refresh(thiefs, PHONE)).isEqualTo(REFUSED);
    }

    @Test
    void a_phone_has_to_name_its_device() {
        for (RefreshClient other : List.of(
                RefreshClient.UNNAMED,
                new RefreshClient(ClientKind.MOBILE, null),
                new RefreshClient(ClientKind.MOBILE, "device-2"),
                new RefreshClient(ClientKind.WEB, "device-1"))) {
            Secret old = lost(phone(kind, "device-1"));
            kind.clock.advance(LATER);
            isReuse(old, other);
        }
    }

    @Test
    void a_device_of_another_person_is_another_device() {
        kind.member("eve@acme.example");
        DeviceInfo device = new DeviceInfo("ios", "device-9", "device-9", "push-9");
        kind.auth
                .login()
                .signIn(new PasswordLogin.Request(
                        "eve@acme.example",
                        Secret.of(FlowFixture.PASSWORD),
                        new ClientInfo(ClientKind.MOBILE, device, "192.0.2.9", null)));
        Secret old = lost(phone(kind, "device-1"));
        kind.clock.advance(LATER);
        isReuse(old, new RefreshClient(ClientKind.MOBILE, "device-9"));
    }

    @Test
    void a_token_of_a_browser_is_no_phones() {
        Secret old = lost(kind.signedIn(ADDRESS));
        kind.clock.advance(LATER);
        isReuse(old, PHONE);
    }

    @Test
    void a_session_that_ran_out_is_not_revived() {
        Secret idle = lost(phone(kind, "device-1"));
        kind.clock.advance(Duration.ofDays(14));
        assertThat(kind.auth.sessions().refresh(idle, PHONE)).isEqualTo(REFUSED);
        Secret old = phone(kind, "device-1").tokens().refresh();
        for (int days = 0; days < 90; days += 10) {
            kind.clock.advance(Duration.ofDays(10));
            kind.auth.sessions().refresh(old, PHONE);
        }
        assertThat(kind.auth.sessions().refresh(old, PHONE)).isEqualTo(REFUSED);
        assertThat(live(kind)).isEmpty();
    }

    @Test
    void signing_out_ends_the_retry() {
        Secret old = lost(phone(kind, "device-1"));
        assertThat(kind.auth.sessions().logout(old)).isTrue();
        kind.clock.advance(LATER);
        assertThat(kind.auth.sessions().refresh(old, PHONE)).isEqualTo(REFUSED);
        assertThat(live(kind)).isEmpty();
        assertThat(ends()).containsExactly(EndReason.LOGOUT);
    }

    @Test
    void a_disabled_account_has_no_retry() {
        SignIn ana = phone(kind, "device-1");
        Secret old = lost(ana);
        kind.auth.admin().disable(ana.user().id());
        kind.clock.advance(LATER);
        assertThat(kind.auth.sessions().refresh(old, PHONE)).isEqualTo(REFUSED);
    }

    @Test
    void the_lost_answer_to_a_switch_of_the_profile_comes_again_too() {
        SignIn ana = phone(kind, "device-1");
        Secret old = ana.tokens().refresh();
        FlowFixture.signIn(kind.auth
                .login()
                .switchProfile(kind.caller(ana), new ProfileSwitch(ana.active().id(), FlowFixture.WEB, old)));
        kind.clock.advance(LATER);
        assertThat(refreshed(kind, refreshed(kind, old, PHONE).refresh(), PHONE))
                .isNotNull();
    }

    @Test
    void fifty_retries_at_once_are_one_chain() {
        Secret old = lost(phone(kind, "device-1"));
        kind.clock.advance(LATER);
        assertThat(parallel(old)).hasSize(1);
        assertThat(live(kind)).hasSize(1);
        assertThat(ends()).isEmpty();
    }

    @Test
    void a_retry_beside_a_use_of_the_new_token_makes_no_second_chain() {
        Secret old = phone(kind, "device-1").tokens().refresh();
        Secret next = refreshed(kind, old, PHONE).refresh();
        kind.clock.advance(LATER);
        assertThat(parallel(old, next)).hasSizeLessThanOrEqualTo(1);
        assertThat(live(kind)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void without_the_retry_a_grace_ends_after_ten_seconds() {
        FlowFixture strict = rewired(sessions(settings -> settings.allowRefreshGrace(Duration.ofSeconds(10))));
        SignIn ana = phone(strict, "device-1");
        refreshed(strict, ana.tokens().refresh(), PHONE);
        strict.clock.advance(LATER);
        assertThat(strict.auth.sessions().refresh(ana.tokens().refresh(), PHONE))
                .isEqualTo(REFUSED);
        assertThat(live(strict)).isEmpty();
    }

    /** The token that a client still holds after an answer to its refresh that never came. */
    private Secret lost(SignIn of) {
        Secret old = of.tokens().refresh();
        assertThat(kind.auth.sessions().refresh(old)).isInstanceOf(Outcome.Done.class);
        return old;
    }

    private Set<Secret> parallel(Secret... tokens) {
        Set<Secret> given = ConcurrentHashMap.newKeySet();
        ParallelRun.winners(
                50,
                n -> kind.auth.sessions().refresh(tokens[n % tokens.length], PHONE) instanceof Outcome.Done<TokenPair> r
                        && given.add(r.value().refresh()));
        return given;
    }

    private void isReuse(Secret token, RefreshClient client) {
        long before = ends().filter(EndReason.TOKEN_REUSED::equals).count();
        assertThat(kind.auth.sessions().refresh(token, client))
                .as(client.toString())
                .isEqualTo(REFUSED);
        assertThat(live(kind)).as(client.toString()).isEmpty();
        assertThat(ends().filter(EndReason.TOKEN_REUSED::equals)).hasSize((int) before + 1);
    }

    private Stream<EndReason> ends() {
        return kind.events.stream()
                .filter(AuthEvent.SessionEnded.class::isInstance)
                .map(event -> ((AuthEvent.SessionEnded) event).reason());
    }
}
