package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a user signed in lately: what a session leaves behind depends on how it ended. */
abstract class RecentOriginsContract extends StoreContract {

    private static final Instant SOON = after(Duration.ofMinutes(1));

    /** The ends that cast no doubt on the place. */
    private static final Set<EndReason> HARMLESS = EnumSet.of(EndReason.LOGOUT, EndReason.TOO_MANY);

    private UserId ana;
    private UserId bea;

    /** For those who extend it. */
    protected RecentOriginsContract() {}

    @BeforeEach
    final void addUsers() {
        ana = write(tx -> tx.users().insert(user("ana")));
        bea = write(tx -> tx.users().insert(user("bea")));
    }

    @Test
    void a_live_session_leaves_its_place_whole() {
        SessionState.Origin phone =
                new SessionState.Origin(ClientKind.MOBILE, "device-1", "Ana's phone", "2001:db8::1");
        open(ana, "s1", phone, T0);
        assertThat(recent(T0, 20)).containsExactly(phone);
    }

    @Test
    void each_end_of_a_session_decides_whether_the_place_is_trusted() {
        for (EndReason reason : EndReason.values()) {
            String id = "s-" + reason;
            open(ana, id, at(reason.name()), T0);
            change(tx -> tx.sessions().end(new SessionId(id), reason, SOON));
            assertThat(recent(T0, 20).contains(at(reason.name())))
                    .as(reason.name())
                    .isEqualTo(HARMLESS.contains(reason));
        }
    }

    @Test
    @Tag("keys")
    void sessions_that_end_together_leave_what_one_leaves() {
        for (EndReason reason : EndReason.values()) {
            open(ana, "s-" + reason, at(reason.name()), T0);
            change(tx -> tx.sessions().endAll(ana, reason, null, SOON));
            assertThat(recent(T0, 20).contains(at(reason.name())))
                    .as(reason.name())
                    .isEqualTo(HARMLESS.contains(reason));
        }
    }

    @Test
    @Tag("columns")
    void a_session_that_has_run_out_leaves_its_place() {
        open(ana, "s1", at("old"), T0.minus(Duration.ofDays(3)));
        assertThat(recent(T0.minus(Duration.ofDays(3)), 20)).containsExactly(at("old"));
    }

    @Test
    @Tag("columns")
    void the_last_use_counts_and_places_of_long_ago_do_not() {
        open(ana, "early", at("early"), T0.minus(Duration.ofMinutes(2)));
        open(ana, "later", at("later"), T0);
        assertThat(recent(T0, 20)).containsExactly(at("later"));
        Rotation use = new Rotation(
                new SessionState.Token(0, "digest-0"),
                new SessionState.Token(1, "digest-1"),
                "1",
                after(Duration.ofHours(2)),
                SOON);
        assertThat(done(tx -> tx.sessions().rotate(new SessionId("early"), use)))
                .isTrue();
        assertThat(recent(T0, 20)).containsExactly(at("early"), at("later"));
        assertThat(recent(SOON.plusSeconds(1), 20)).isEmpty();
    }

    @Test
    void the_newest_come_first_and_no_more_than_wanted() {
        for (int n = 0; n < 4; n++) {
            open(ana, "s" + n, at("place " + n), T0.plusSeconds(n));
        }
        assertThat(recent(T0, 2)).containsExactly(at("place 3"), at("place 2"));
    }

    @Test
    @Tag("keys")
    void nobody_has_the_places_of_somebody_else() {
        open(bea, "s1", at("bea's"), T0);
        assertThat(recent(T0, 20)).isEmpty();
    }

    private List<SessionState.Origin> recent(Instant since, int max) {
        return list(tx -> tx.sessions().recentOrigins(ana, since, max));
    }

    private void open(UserId user, String id, SessionState.Origin origin, Instant at) {
        SessionState plain = session(id, at);
        SessionState placed = new SessionState(plain.id(), plain.profileRef(), origin, plain.token(), plain.times());
        change(tx -> tx.sessions().insert(user, placed));
    }

    private static SessionState.Origin at(String label) {
        return new SessionState.Origin(ClientKind.WEB, null, label, "192.0.2.1");
    }
}
