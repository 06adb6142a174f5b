package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How sessions end, and which of those that ended are trusted. */
abstract class SessionEndContract extends StoreContract {

    private static final SessionId S1 = new SessionId("s1");
    private static final Instant SOON = after(Duration.ofMinutes(1));
    private static final Instant IDLE_END = after(Duration.ofHours(1));

    private UserId ana;
    private UserId bea;

    /** For those who extend it. */
    protected SessionEndContract() {}

    @BeforeEach
    final void addUsers() {
        ana = write(tx -> tx.users().insert(user("ana")));
        bea = write(tx -> tx.users().insert(user("bea")));
    }

    @Test
    void a_session_ends_once_and_stays_readable() {
        open("s1", T0);
        assertThat(done(tx -> tx.sessions().end(S1, EndReason.LOGOUT, SOON))).isTrue();
        assertThat(done(tx -> tx.sessions().end(S1, EndReason.TOKEN_REUSED, IDLE_END)))
                .isFalse();
        assertThat(found().state().times().endedAt()).isEqualTo(SOON);
    }

    @Test
    @Tag("columns")
    void sessions_of_any_users_end_in_batches() {
        open("s1", T0);
        open("s2", T0);
        change(tx -> tx.sessions().insert(bea, session("s3", T0)));
        assertThat(two()).isEqualTo(2);
        assertThat(two()).isEqualTo(1);
        assertThat(two()).isZero();
        assertThat(found().state().times().endedAt()).isEqualTo(SOON);
    }

    private int two() {
        return this.<Integer>write(tx -> tx.sessions().endSome(EndReason.ENDED_BY_ADMIN, 2, SOON));
    }

    @Test
    @Tag("columns")
    void an_ended_session_keeps_the_first_reason() {
        StoreProbe probe = probe();
        open("s1", T0);
        assertThat(probe.endReason(S1)).isNull();
        change(tx -> tx.sessions().end(S1, EndReason.TOKEN_REUSED, SOON));
        change(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_RESET, null, IDLE_END));
        assertThat(probe.endReason(S1)).isEqualTo(EndReason.TOKEN_REUSED);
    }

    @Test
    @Tag("keys")
    void all_sessions_of_one_user_end_together() {
        open("s1", T0);
        open("s2", T0);
        open("s3", T0);
        change(tx -> tx.sessions().end(new SessionId("s3"), EndReason.LOGOUT, SOON));
        change(tx -> tx.sessions().insert(bea, session("bea's", T0)));
        assertThat(count(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_CHANGED, null, SOON)))
                .isEqualTo(2);
        assertThat(list(tx -> tx.sessions().live(ana, SOON))).isEmpty();
        assertThat(list(tx -> tx.sessions().live(bea, SOON))).hasSize(1);
        assertThat(count(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_CHANGED, null, SOON)))
                .isZero();
    }

    @Test
    @Tag("columns")
    void a_session_is_trusted_while_its_owner_had_no_reason_to_end_it() {
        open("live", T0);
        assertThat(isTrusted(ana, "live", T0)).isTrue();
        assertThat(isTrusted(ana, "live", T0.plusSeconds(1)))
                .as("not used since")
                .isFalse();
        assertThat(isTrusted(bea, "live", T0)).as("another user's").isFalse();
        assertThat(isTrusted(ana, "nothing", T0)).isFalse();
        Set<EndReason> benign = EnumSet.of(EndReason.LOGOUT, EndReason.TOO_MANY);
        for (EndReason reason : EndReason.values()) {
            open(reason.name(), T0);
            change(tx -> tx.sessions().end(new SessionId(reason.name()), reason, SOON));
            assertThat(isTrusted(ana, reason.name(), T0)).as(reason.name()).isEqualTo(benign.contains(reason));
        }
    }

    @Test
    @Tag("columns")
    void the_end_of_all_sessions_takes_the_trust_of_those_that_ended_before() {
        open("left", T0);
        open("mine", T0);
        change(tx -> tx.sessions().insert(bea, session("bea's", T0)));
        change(tx -> tx.sessions().end(new SessionId("left"), EndReason.LOGOUT, SOON));
        change(tx -> tx.sessions().end(new SessionId("bea's"), EndReason.LOGOUT, SOON));
        assertThat(count(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_CHANGED, new SessionId("mine"), SOON)))
                .as("none was live but the one that stays")
                .isZero();
        assertThat(isTrusted(ana, "left", T0)).isFalse();
        assertThat(isTrusted(ana, "mine", T0)).isTrue();
        assertThat(isTrusted(bea, "bea's", T0)).isTrue();
    }

    private boolean isTrusted(UserId user, String session, Instant since) {
        return done(tx -> tx.sessions().isTrusted(user, new SessionId(session), since));
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void all_sessions_but_one_end_together() {
        open("s1", T0);
        open("s2", T0);
        open("s3", T0);
        assertThat(count(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_CHANGED, S1, SOON)))
                .isEqualTo(2);
        assertThat(list(tx -> tx.sessions().live(ana, SOON)))
                .extracting(SessionState::id)
                .containsExactly(S1);
    }

    private void open(String id, Instant at) {
        change(tx -> tx.sessions().insert(ana, session(id, at)));
    }

    private StoredSession found() {
        return read(tx -> tx.sessions().byId(S1)).orElseThrow();
    }
}
