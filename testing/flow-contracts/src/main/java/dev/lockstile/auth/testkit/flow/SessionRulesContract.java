package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a host may choose about sessions, and what holds whatever it chooses. */
@Tag("keys")
@Tag("columns")
abstract class SessionRulesContract extends MemberSessionsContract {

    /** For those who extend it. */
    protected SessionRulesContract() {}

    @Test
    void one_more_session_than_allowed_ends_the_oldest() {
        FlowFixture two =
                rewired(settings -> settings.withSessions(settings.sessions().withMaxPerUser(2)));
        SignIn first = two.signedIn(ADDRESS);
        two.clock.advance(Duration.ofSeconds(1));
        SignIn second = two.signedIn(ADDRESS);
        two.clock.advance(Duration.ofSeconds(1));
        two.signedIn(ADDRESS);
        assertThat(live(two)).hasSize(2);
        assertThat(two.auth.sessions().refresh(first.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(refreshed(two, second.tokens().refresh())).isNotNull();
        assertThat(two.events)
                .filteredOn(AuthEvent.SessionEnded.class::isInstance)
                .extracting(event -> ((AuthEvent.SessionEnded) event).reason())
                .containsExactly(EndReason.TOO_MANY);
    }

    @Test
    void twenty_sign_ins_at_once_keep_the_limit() {
        FlowFixture five =
                rewired(settings -> settings.withSessions(settings.sessions().withMaxPerUser(5)));
        int in =
                ParallelRun.winners(20, n -> five.login(ADDRESS, FlowFixture.PASSWORD) instanceof Outcome.Done<SignIn>);
        assertThat(in).isEqualTo(20);
        assertThat(live(five)).hasSize(5);
    }

    @Test
    void a_second_phone_ends_the_first_one_and_no_browser() {
        FlowFixture single = single();
        SignIn web = single.signedIn(ADDRESS);
        SignIn first = phone(single, "device-1");
        SignIn second = phone(single, "device-2");
        assertThat(single.auth.sessions().refresh(first.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(refreshed(single, second.tokens().refresh())).isNotNull();
        assertThat(refreshed(single, web.tokens().refresh())).isNotNull();
    }

    @Test
    void twenty_sign_ins_of_one_phone_at_once_leave_one_session_and_one_device() {
        FlowFixture single = single();
        Set<String> devices = ConcurrentHashMap.newKeySet();
        int in = ParallelRun.winners(
                20,
                n -> single.auth.login().signIn(mobile("device-1")) instanceof Outcome.Done<SignIn>
                        && live(single).stream()
                                .allMatch(state -> devices.add(state.origin().deviceRef()) || true));
        assertThat(in).isEqualTo(20);
        assertThat(live(single)).hasSize(1);
        single.clock.advance(Duration.ofSeconds(1));
        SignIn after = phone(single, "device-1");
        assertThat(live(single).get(0).origin().deviceRef())
                .isEqualTo(single.store
                        .read(tx -> tx.devices().byToken(after.user().id(), "device-1"))
                        .map(DeviceId::toString)
                        .orElse(null));
        assertThat(devices).hasSize(1);
    }

    @Test
    void all_sessions_but_ones_own_end_together() {
        SignIn ana = fixture.signedIn(ADDRESS);
        SignIn other = fixture.signedIn(ADDRESS);
        fixture.member("eve@acme.example");
        SignIn eve = fixture.signedIn("eve@acme.example");
        assertThat(fixture.auth.sessions().endOthers(fixture.caller(ana))).isEqualTo(1);
        assertThat(fixture.auth.sessions().refresh(other.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().endOthers(fixture.caller(other)))
                .as("over")
                .isZero();
        assertThat(refreshed(fixture, ana.tokens().refresh())).isNotNull();
        assertThat(refreshed(fixture, eve.tokens().refresh())).isNotNull();
    }

    @Test
    void a_stolen_access_token_becomes_no_refresh_token() {
        SignIn ana = fixture.signedIn(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(30));
        SignIn later = with(ana, refreshed(fixture, ana.tokens().refresh()));
        assertThat(fixture.auth
                        .login()
                        .switchProfile(fixture.caller(later), ana.active().id(), FlowFixture.WEB))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        assertThat(refreshed(fixture, later.tokens().refresh()))
                .as("nothing was consumed")
                .isNotNull();
    }

    @Test
    void an_access_token_alone_says_when_it_runs_out() {
        SignIn ana = fixture.signedIn(ADDRESS);
        Caller caller = fixture.caller(ana);
        SignIn switched =
                FlowFixture.signIn(fixture.auth.login().switchProfile(caller, caller.profile(), FlowFixture.WEB));
        assertThat(switched.tokens().refreshOrNull()).isNull();
        assertThat(switched.tokens().accessExpiresAt())
                .isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void a_stolen_access_token_becomes_no_trusted_device() {
        SignIn ana = fixture.signedIn(ADDRESS);
        SignIn bare = FlowFixture.signIn(fixture.auth
                .login()
                .switchProfile(fixture.caller(ana), ana.active().id(), FlowFixture.WEB));
        assertThat(bare.trustedDevice()).isNull();
        ProfileSwitch requested = new ProfileSwitch(
                ana.active().id(), FlowFixture.WEB, ana.tokens().refresh());
        SignIn whole = FlowFixture.signIn(fixture.auth.login().switchProfile(fixture.caller(ana), requested));
        assertThat(whole.trustedDevice()).isNotNull();
    }

    @Test
    void a_stolen_access_token_links_no_device() {
        ClientInfo app =
                new ClientInfo(ClientKind.MOBILE, new DeviceInfo("ios", "phone", "device-9", null), "192.0.2.66", null);
        SignIn web = fixture.signedIn(ADDRESS);
        SignIn phone = phone(fixture, "device-1");
        assertThat(isLinkedBySwitch(web, app, null)).as("browser, access token").isFalse();
        assertThat(isLinkedBySwitch(web, app, web.tokens().refresh()))
                .as("browser")
                .isFalse();
        assertThat(isLinkedBySwitch(phone, app, null)).as("access token").isFalse();
        assertThat(isLinkedBySwitch(phone, app, phone.tokens().refresh()))
                .as("the application itself")
                .isTrue();
    }

    /** Whether the device is linked; the answer says the same. */
    private boolean isLinkedBySwitch(SignIn of, ClientInfo client, @Nullable Secret refresh) {
        SignIn switched = FlowFixture.signIn(fixture.auth
                .login()
                .switchProfile(fixture.caller(of), new ProfileSwitch(of.active().id(), client, refresh)));
        boolean linked = fixture.store.<Boolean>read(
                tx -> tx.devices().byToken(of.user().id(), "device-9").isPresent());
        assertThat(switched.deviceRegistered()).isEqualTo(linked);
        return linked;
    }

    @Test
    void with_its_refresh_token_a_client_switches_at_any_time() {
        SignIn ana = fixture.signedIn(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(30));
        SignIn later = with(ana, refreshed(fixture, ana.tokens().refresh()));
        ProfileSwitch requested = new ProfileSwitch(
                ana.active().id(), FlowFixture.WEB, later.tokens().refresh());
        SignIn switched = FlowFixture.signIn(fixture.auth.login().switchProfile(fixture.caller(later), requested));
        assertThat(fixture.caller(switched).authTime())
                .isEqualTo(fixture.clock.instant().minus(Duration.ofMinutes(30)));
        assertThat(fixture.auth.login().switchProfile(fixture.caller(switched), requested))
                .as("an old refresh token")
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(live(fixture)).isEmpty();
        assertThat(fixture.events)
                .contains(new AuthEvent.SessionEnded(
                        fixture.clock.instant(),
                        ana.user().id(),
                        fixture.caller(switched).session(),
                        EndReason.TOKEN_REUSED));
    }

    @Test
    void a_switch_moves_the_end_of_an_unused_session_as_a_refresh_does_and_not_without_its_token() {
        SignIn ana = fixture.signedIn(ADDRESS);
        Instant before = idleUntil();
        fixture.clock.advance(Duration.ofMinutes(3));
        Caller caller = fixture.caller(ana);
        FlowFixture.signIn(fixture.auth.login().switchProfile(caller, caller.profile(), FlowFixture.WEB));
        assertThat(idleUntil()).as("by an access token").isEqualTo(before);
        ProfileSwitch whole = new ProfileSwitch(
                ana.active().id(), FlowFixture.WEB, ana.tokens().refresh());
        FlowFixture.signIn(fixture.auth.login().switchProfile(caller, whole));
        assertThat(idleUntil()).isEqualTo(before.plus(Duration.ofMinutes(3)));
    }

    private Instant idleUntil() {
        return live(fixture).get(0).times().idleUntil();
    }

    @Test
    void a_refresh_token_of_another_session_switches_nothing_and_ends_nothing() {
        SignIn ana = fixture.signedIn(ADDRESS);
        SignIn other = fixture.signedIn(ADDRESS);
        for (Secret wrong : List.of(other.tokens().refresh(), Secret.of("lsr1_made-up"))) {
            assertThat(fixture.auth
                            .login()
                            .switchProfile(
                                    fixture.caller(ana),
                                    new ProfileSwitch(ana.active().id(), FlowFixture.WEB, wrong)))
                    .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        }
        assertThat(live(fixture)).hasSize(2);
    }

    @Test
    void a_host_can_allow_the_switch_that_old_clients_know() {
        FlowFixture lenient = rewired(sessions(SessionSettings::allowSwitchByAccessToken));
        SignIn ana = lenient.signedIn(ADDRESS);
        lenient.clock.advance(Duration.ofMinutes(30));
        SignIn later = with(ana, refreshed(lenient, ana.tokens().refresh()));
        assertThat(lenient.auth
                        .login()
                        .switchProfile(lenient.caller(later), ana.active().id(), FlowFixture.WEB))
                .isInstanceOf(Outcome.Done.class);
    }

    private FlowFixture single() {
        return rewired(sessions(SessionSettings::withSingleMobileSession));
    }

    private static SignIn with(SignIn was, TokenPair pair) {
        return new SignIn(was.user(), was.profiles(), was.active(), pair, false, was.trustedDevice());
    }
}
