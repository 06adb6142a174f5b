package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions, their tokens, and the profile one acts in. */
@Tag("keys")
abstract class SessionContract extends FlowContract {

    private static final Outcome<TokenPair> REFUSED = Outcome.refused(Refusal.INVALID_TOKEN);

    private SignIn ana;

    @BeforeEach
    final void signIn() {
        fixture.member("ana@acme.example");
        ana = fixture.signedIn("ana@acme.example");
    }

    @Test
    void a_refresh_gives_a_new_pair_and_the_old_token_ends_the_session() {
        TokenPair next = refreshed(ana.tokens().refresh());
        assertThat(next.refresh()).isNotEqualTo(ana.tokens().refresh());
        TokenPair third = refreshed(next.refresh());
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().refresh(third.refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.ownAccount().me(fixture.caller(ana)))
                .returns(true, outcome -> outcome.isRefused(Refusal.SESSION_ENDED));
    }

    @Test
    void each_token_of_a_session_ends_it_be_it_over() {
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(fixture.auth.sessions().authenticate(ana.tokens().access().reveal()))
                .isEmpty();
        assertThat(fixture.auth.sessions().logout(ana.tokens().access())).isTrue();
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        SignIn again = fixture.signedIn("ana@acme.example");
        TokenPair next = refreshed(again.tokens().refresh());
        assertThat(fixture.auth.sessions().logout(again.tokens().refresh()))
                .as("one that was exchanged")
                .isTrue();
        assertThat(fixture.auth.sessions().refresh(next.refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().logout(next.refresh())).as("twice").isTrue();
    }

    @Test
    void a_made_up_token_ends_no_session() {
        TokenPair tokens = ana.tokens();
        fixture.clock.advance(Duration.ofHours(2));
        for (Secret real : List.of(tokens.access(), tokens.refresh())) {
            String text = real.reveal();
            int middle = text.length() / 2;
            char other = text.charAt(middle) == 'A' ? 'B' : 'A';
            String forged = text.substring(0, middle) + other + text.substring(middle + 1);
            assertThat(fixture.auth.sessions().logout(Secret.of(forged))).isFalse();
            assertThat(fixture.auth.sessions().logout(Secret.of(text.substring(0, text.length() - 2))))
                    .isFalse();
        }
        assertThat(fixture.auth.sessions().logout(Secret.of(""))).isFalse();
        refreshed(tokens.refresh());
    }

    @Test
    void a_session_ends_when_it_was_idle_too_long() {
        fixture.clock.advance(Duration.ofHours(24).minusSeconds(1));
        TokenPair next = refreshed(ana.tokens().refresh());
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(fixture.auth.sessions().refresh(next.refresh())).isEqualTo(REFUSED);
    }

    @Test
    void no_refresh_carries_a_session_past_its_absolute_end() {
        Secret token = ana.tokens().refresh();
        for (int hours = 0; hours < 30 * 24 - 20; hours += 20) {
            fixture.clock.advance(Duration.ofHours(20));
            token = refreshed(token).refresh();
        }
        fixture.clock.advance(Duration.ofHours(20));
        assertThat(fixture.auth.sessions().refresh(token)).isEqualTo(REFUSED);
    }

    @Test
    void a_refresh_does_not_renew_the_time_of_the_proof() {
        fixture.clock.advance(Duration.ofHours(3));
        TokenPair next = refreshed(ana.tokens().refresh());
        Caller caller =
                fixture.auth.sessions().authenticate(next.access().reveal()).orElseThrow();
        assertThat(caller.authTime()).isEqualTo(fixture.clock.instant().minus(Duration.ofHours(3)));
    }

    @Test
    void a_logout_ends_this_session_and_all_ends_all() {
        SignIn other = fixture.signedIn("ana@acme.example");
        fixture.auth.sessions().logout(fixture.caller(ana));
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        TokenPair still = refreshed(other.tokens().refresh());
        fixture.auth.sessions().logoutAll(fixture.caller(other));
        assertThat(fixture.auth.sessions().refresh(still.refresh())).isEqualTo(REFUSED);
    }

    @Test
    void a_person_sees_and_ends_only_the_own_sessions() {
        fixture.member("eve@acme.example");
        SignIn eve = fixture.signedIn("eve@acme.example");
        SignIn second = fixture.signedIn("ana@acme.example");
        assertThat(fixture.auth.sessions().list(fixture.caller(ana)))
                .extracting(SessionView::current)
                .containsExactlyInAnyOrder(true, false);
        assertThat(fixture.auth.sessions().list(fixture.caller(ana)))
                .extracting(SessionView::address)
                .containsOnly("192.0.2.x");
        assertThat(fixture.auth
                        .sessions()
                        .end(fixture.caller(eve), fixture.caller(ana).session()))
                .isFalse();
        assertThat(fixture.auth
                        .sessions()
                        .end(fixture.caller(ana), fixture.caller(second).session()))
                .isTrue();
        assertThat(fixture.auth.sessions().refresh(second.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().list(fixture.caller(second))).isEmpty();
    }

    @Test
    void a_list_of_sessions_names_networks_and_no_lines() {
        Map<String, String> shown = Map.of(
                "198.51.100.77", "198.51.100.x",
                "2001:db8:12:34::5", "2001:db8:12:x",
                "2001:db8:1:2:3:4:5:6", "2001:db8:1:x",
                "2001:db8::", "2001:db8::x",
                "::1", "x",
                ".1", "x");
        shown.keySet().forEach(address -> signIn(new ClientInfo(ClientKind.WEB, null, address, null)));
        signIn(new ClientInfo(ClientKind.WEB, null, null, null));
        List<String> expected = new ArrayList<>(shown.values());
        expected.add("192.0.2.x");
        expected.add(null);
        assertThat(fixture.auth.sessions().list(fixture.caller(ana)))
                .extracting(SessionView::address)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void signIn(ClientInfo client) {
        FlowFixture.signIn(fixture.auth
                .login()
                .signIn(new PasswordLogin.Request("ana@acme.example", Secret.of(FlowFixture.PASSWORD), client)));
    }

    @Test
    void an_end_of_sessions_is_told_with_its_reason() {
        Caller caller = fixture.caller(ana);
        SessionId second = fixture.caller(fixture.signedIn("ana@acme.example")).session();
        fixture.events.clear();
        fixture.auth.sessions().end(caller, second);
        fixture.auth.sessions().logoutAll(caller);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.SessionEnded.class::isInstance)
                .extracting(
                        event -> ((AuthEvent.SessionEnded) event).session(),
                        event -> ((AuthEvent.SessionEnded) event).reason())
                .containsExactly(tuple(second, EndReason.ENDED_BY_OWNER), tuple(null, EndReason.ENDED_BY_OWNER));
    }

    @Test
    void an_access_token_runs_out_by_itself() {
        fixture.clock.advance(Duration.ofMinutes(6));
        assertThat(fixture.auth.sessions().authenticate(ana.tokens().access().reveal()))
                .isEmpty();
    }

    @Test
    void me_shows_the_profile_of_the_session() {
        ProfileId shop = profile(ana.user().id(), "COMMERCE", true);
        assertThat(fixture.auth.ownAccount().me(fixture.caller(ana)))
                .extracting(Outcome::orElseThrow)
                .satisfies(me ->
                        assertThat(me.active().id()).isEqualTo(ana.active().id()));
        SignIn switched =
                FlowFixture.signIn(fixture.auth.login().switchProfile(fixture.caller(ana), shop, FlowFixture.WEB));
        assertThat(fixture.caller(switched).roles()).containsExactly("COMMERCE");
        assertThat(fixture.auth.ownAccount().me(fixture.caller(switched)))
                .extracting(Outcome::orElseThrow)
                .satisfies(me -> {
                    assertThat(me.active().id()).isEqualTo(shop);
                    assertThat(me.profiles()).hasSize(2);
                });
        assertThat(switched.tokens().refreshOrNull())
                .as("a stolen access token never becomes a refresh token")
                .isNull();
        TokenPair renewed =
                fixture.auth.sessions().refresh(ana.tokens().refresh()).orElseThrow();
        assertThat(fixture.auth
                        .sessions()
                        .authenticate(renewed.access().reveal())
                        .orElseThrow()
                        .profile())
                .as("the session goes on in the new profile with the token it has")
                .isEqualTo(shop);
    }

    @Test
    void a_foreign_an_inactive_and_a_missing_profile_are_all_not_found() {
        fixture.member("eve@acme.example");
        ProfileId foreign = fixture.signedIn("eve@acme.example").active().id();
        ProfileId inactive = profile(ana.user().id(), "USER", false);
        for (ProfileId wanted : new ProfileId[] {foreign, inactive}) {
            assertThat(fixture.auth.login().switchProfile(fixture.caller(ana), wanted, FlowFixture.WEB))
                    .isEqualTo(Outcome.refused(Refusal.PROFILE_NOT_FOUND));
        }
    }

    private ProfileId profile(UserId user, String role, boolean active) {
        return fixture.store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        user,
                        Person.UNKNOWN,
                        new ProfileInfo.Status(role, false, active),
                        "shop",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(fixture.clock.instant().plusSeconds(1)))));
    }

    private TokenPair refreshed(Secret token) {
        Outcome<TokenPair> result = fixture.auth.sessions().refresh(token);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }
}
