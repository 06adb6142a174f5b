package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.OwnedSession;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions: one live token each, over for good once they have ended. */
abstract class SessionStoreContract extends StoreContract {

    private static final SessionId S1 = new SessionId("s1");
    private static final SessionState.Token FIRST = new SessionState.Token(0, "digest-0");
    private static final Instant SOON = after(Duration.ofMinutes(1));
    private static final Instant IDLE_END = after(Duration.ofHours(1));
    private static final Instant END = after(Duration.ofDays(1));

    private UserId ana;
    private UserId bea;

    /** For those who extend it. */
    protected SessionStoreContract() {}

    @BeforeEach
    final void addUsers() {
        ana = write(tx -> tx.users().insert(user("ana")));
        bea = write(tx -> tx.users().insert(user("bea")));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_session_comes_back_as_added_together_with_its_user() {
        SessionState.Times times = new SessionState.Times(T0, FINE, SOON, IDLE_END, END, null);
        SessionState.Origin origin =
                new SessionState.Origin(ClientKind.MOBILE, "d".repeat(64), "Ana's \uD83D\uDCF1", "2001:db8::1");
        SessionState added = new SessionState(
                new SessionId("s".repeat(64)),
                "p".repeat(64),
                origin,
                new SessionState.Token(7, "f".repeat(64)),
                times);
        change(tx -> tx.sessions().insert(ana, added));
        StoredSession found = read(tx -> tx.sessions().byId(added.id())).orElseThrow();
        assertThat(found.state()).isEqualTo(added);
        assertThat(found.user()).isEqualTo(read(tx -> tx.users().byId(ana)).orElseThrow());
    }

    @Test
    @Tag("keys")
    void sessions_of_any_users_are_read_by_their_names_whatever_their_state() {
        open("live", T0);
        open("ended", T0);
        change(tx -> tx.sessions().end(new SessionId("ended"), EndReason.LOGOUT, SOON));
        change(tx -> tx.sessions().insert(bea, session("hers", T0)));
        List<OwnedSession> found = list(tx -> tx.sessions()
                .byIds(List.of(
                        new SessionId("ended"),
                        new SessionId("hers"),
                        new SessionId("nothing"),
                        new SessionId("live"))));
        assertThat(found)
                .extracting(OwnedSession::user, session -> session.state().id().value())
                .containsExactlyInAnyOrder(tuple(ana, "live"), tuple(ana, "ended"), tuple(bea, "hers"));
        assertThat(found)
                .filteredOn(session -> session.state().id().value().equals("ended"))
                .extracting(session -> session.state().times().endedAt())
                .containsExactly(SOON);
        assertThat(list(tx -> tx.sessions().byIds(List.of()))).isEmpty();
    }

    @Test
    void an_unknown_session_is_found_by_nobody() {
        assertThat(find(tx -> tx.sessions().byId(new SessionId("nothing")))).isEmpty();
        assertThat(find(tx -> tx.sessions().byId(new SessionId("x".repeat(5000)))))
                .isEmpty();
        assertThat(done(tx -> tx.sessions().rotate(new SessionId("nothing"), to(1, SOON))))
                .isFalse();
        assertThat(done(tx -> tx.sessions().end(new SessionId("nothing"), EndReason.LOGOUT, SOON)))
                .isFalse();
    }

    @Test
    @Tag("transactions")
    void a_session_id_is_given_once() {
        open("s1", T0);
        assertThatThrownBy(() -> change(tx -> tx.sessions().insert(bea, session("s1", T0))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(found().user().info().id()).isEqualTo(ana);
    }

    @Test
    void live_sessions_come_newest_first_without_those_that_are_over_or_anothers() {
        open("old", T0);
        open("new", SOON);
        open("ended", T0);
        open("idle", T0.minus(Duration.ofHours(1)));
        change(tx -> tx.sessions().end(new SessionId("ended"), EndReason.LOGOUT, SOON));
        change(tx -> tx.sessions().insert(bea, session("bea's", T0)));
        assertThat(list(tx -> tx.sessions().live(ana, SOON)))
                .extracting(state -> state.id().value())
                .containsExactly("new", "old");
    }

    @Test
    @Tag("columns")
    void sessions_beyond_the_newest_are_named_without_those_of_staff_and_those_that_ended() {
        open("first", T0);
        open("second", T0.plusSeconds(1));
        open("third", T0.plusSeconds(2));
        SessionState plain = session("staff's", T0.plusSeconds(3));
        change(tx -> tx.sessions()
                .insert(
                        ana,
                        new SessionState(
                                plain.id(),
                                plain.profileRef(),
                                plain.origin(),
                                plain.token(),
                                plain.times(),
                                AuthContext.OF_ACTOR)));
        change(tx -> tx.sessions().insert(bea, session("bea's", T0)));
        open("ended", T0.plusSeconds(4));
        change(tx -> tx.sessions().end(new SessionId("ended"), EndReason.LOGOUT, SOON));
        assertThat(beyond(0)).containsExactly("third", "second", "first");
        assertThat(beyond(1)).containsExactly("second", "first");
        assertThat(beyond(3)).isEmpty();
    }

    private List<String> beyond(int kept) {
        return list(tx -> tx.sessions().beyond(ana, kept, SOON)).stream()
                .map(SessionId::value)
                .toList();
    }

    @Test
    @Tag("columns")
    void a_session_is_over_from_its_last_instants_on() {
        open("s1", T0);
        assertThat(list(tx -> tx.sessions().live(ana, IDLE_END.minusNanos(1000))))
                .hasSize(1);
        assertThat(list(tx -> tx.sessions().live(ana, IDLE_END))).isEmpty();
        change(tx -> tx.sessions()
                .rotate(
                        S1,
                        new Rotation(FIRST, new SessionState.Token(1, "digest-1"), "1", END.plusSeconds(60), SOON)));
        assertThat(list(tx -> tx.sessions().live(ana, END.minusNanos(1000)))).hasSize(1);
        assertThat(list(tx -> tx.sessions().live(ana, END))).isEmpty();
    }

    @Test
    void a_rotation_puts_the_next_token_in_the_place_of_the_one_seen() {
        open("s1", T0);
        Instant idleUntil = FINE.plus(Duration.ofHours(1));
        SessionState.Token next = new SessionState.Token(1, "digest-1");
        assertThat(done(tx -> tx.sessions().rotate(S1, new Rotation(FIRST, next, "2", idleUntil, SOON))))
                .isTrue();
        SessionState was = session("s1", T0);
        SessionState.Times times = new SessionState.Times(T0, T0, SOON, idleUntil, END, null);
        assertThat(found().state()).isEqualTo(new SessionState(S1, "2", was.origin(), next, times));
    }

    @Test
    void a_token_that_is_not_the_live_one_rotates_nothing() {
        open("s1", T0);
        change(tx -> tx.sessions().rotate(S1, to(1, SOON)));
        assertThat(done(tx -> tx.sessions().rotate(S1, to(1, SOON))))
                .as("replayed")
                .isFalse();
        SessionState.Token next = new SessionState.Token(2, "digest-2");
        assertThat(rotates(new SessionState.Token(1, "digest-0"), next))
                .as("wrong digest")
                .isFalse();
        assertThat(rotates(new SessionState.Token(1, "DIGEST-1"), next))
                .as("other case")
                .isFalse();
        assertThat(rotates(new SessionState.Token(0, "digest-1"), next))
                .as("wrong generation")
                .isFalse();
        assertThat(found().state().token()).isEqualTo(new SessionState.Token(1, "digest-1"));
        assertThat(rotates(new SessionState.Token(1, "digest-1"), next)).isTrue();
    }

    @Test
    void a_session_that_is_over_rotates_no_more() {
        open("s1", T0);
        assertThat(done(tx -> tx.sessions().rotate(S1, to(1, IDLE_END))))
                .as("idle")
                .isFalse();
        Rotation lasting = new Rotation(FIRST, new SessionState.Token(1, "digest-1"), "1", END.plusSeconds(60), SOON);
        assertThat(done(tx -> tx.sessions().rotate(S1, lasting))).isTrue();
        SessionState.Token live = lasting.next();
        Rotation late = new Rotation(live, new SessionState.Token(2, "digest-2"), "1", END.plusSeconds(90), END);
        assertThat(done(tx -> tx.sessions().rotate(S1, late))).as("too old").isFalse();

        open("s2", T0);
        change(tx -> tx.sessions().end(new SessionId("s2"), EndReason.LOGOUT, SOON));
        assertThat(done(tx -> tx.sessions().rotate(new SessionId("s2"), to(1, SOON))))
                .as("ended")
                .isFalse();
    }

    @Test
    @Tag("columns")
    void a_proof_moves_the_time_of_the_proof_and_nothing_else() {
        open("s1", T0);
        assertThat(done(tx -> tx.sessions().prove(S1, SOON))).isTrue();
        SessionState was = session("s1", T0);
        SessionState.Times times = new SessionState.Times(
                T0,
                SOON,
                was.times().lastUsedAt(),
                was.times().idleUntil(),
                was.times().absoluteUntil(),
                null);
        assertThat(found().state()).isEqualTo(new SessionState(S1, was.profileRef(), was.origin(), was.token(), times));
    }

    @Test
    @Tag("columns")
    void a_proof_writes_by_what_its_owner_is_authenticated_and_a_rotation_copies_it() {
        AuthContext password = AuthContext.single(List.of("pwd"));
        SessionState plain = session("s1", T0);
        change(tx -> {
            SessionState known =
                    new SessionState(S1, plain.profileRef(), plain.origin(), plain.token(), plain.times(), password);
            tx.sessions().insert(ana, known);
        });
        assertThat(found().state().context()).isEqualTo(password);
        AuthContext both = password.with(List.of("otp"));
        assertThat(done(tx -> tx.sessions().prove(S1, both, SOON))).isTrue();
        assertThat(found().state().times().authTime()).isEqualTo(SOON);
        change(tx -> tx.sessions().rotate(S1, to(1, SOON)));
        change(tx -> tx.sessions().prove(S1, SOON));
        assertThat(found().state().context()).isEqualTo(both);
        assertThat(list(tx -> tx.sessions().live(ana, SOON)))
                .extracting(SessionState::context)
                .containsExactly(both);
        assertThat(done(tx -> tx.sessions().prove(S1, password, END)))
                .as("over")
                .isFalse();
        assertThat(found().state().context()).isEqualTo(both);
    }

    @Test
    @Tag("columns")
    void a_session_that_is_over_takes_no_proof() {
        open("s1", T0);
        open("s2", T0);
        change(tx -> tx.sessions().end(new SessionId("s2"), EndReason.LOGOUT, SOON));
        assertThat(done(tx -> tx.sessions().prove(S1, IDLE_END))).as("idle").isFalse();
        assertThat(done(tx -> tx.sessions().prove(new SessionId("s2"), SOON)))
                .as("ended")
                .isFalse();
        assertThat(done(tx -> tx.sessions().prove(new SessionId("nothing"), SOON)))
                .as("unknown")
                .isFalse();
        assertThat(found().state().times().authTime()).isEqualTo(T0);
    }

    private void open(String id, Instant at) {
        change(tx -> tx.sessions().insert(ana, session(id, at)));
    }

    private StoredSession found() {
        return read(tx -> tx.sessions().byId(S1)).orElseThrow();
    }

    private boolean rotates(SessionState.Token seen, SessionState.Token next) {
        return write(tx -> tx.sessions().rotate(S1, new Rotation(seen, next, "1", IDLE_END, SOON)));
    }

    private static Rotation to(int generation, Instant now) {
        SessionState.Token seen = new SessionState.Token(generation - 1, "digest-" + (generation - 1));
        SessionState.Token next = new SessionState.Token(generation, "digest-" + generation);
        return new Rotation(seen, next, "1", now.plus(Duration.ofHours(1)), now);
    }
}
