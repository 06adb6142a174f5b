package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that are disabled until a moment. */
abstract class DisablingContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String ROOT = "root@acme.example";
    private static final String WHY = "ticket 7";

    private Caller root;
    private UserId ana;
    private SignIn before;
    private Instant end;

    /** For those who extend it. */
    protected DisablingContract() {}

    @BeforeEach
    final void begin() {
        fixture.auth
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        root = fixture.caller(fixture.signedIn(ROOT));
        fixture.member(ANA);
        before = fixture.signedIn(ANA);
        ana = before.user().id();
        end = fixture.clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
        fixture.events.clear();
    }

    @Test
    void the_account_opens_by_itself_at_its_end_and_not_before() {
        assertThat(disable(root, ana, end)).isEqualTo(Change.DONE);
        UserInfo.Status closed = status();
        assertThat(closed.active()).isFalse();
        assertThat(closed.disabledUntil()).isEqualTo(end);
        fixture.clock.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(login()).isEqualTo(unknown());
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(UserInfo.Status.ORDINARY);
        assertThat(login().isDone()).isTrue();
    }

    @Test
    void what_was_open_before_stays_closed_after_the_end() {
        disable(root, ana, end);
        fixture.clock.advance(Duration.ofDays(4));
        assertThat(fixture.auth.sessions().refresh(before.tokens().refresh()).isDone())
                .isFalse();
    }

    @Test
    void the_event_tells_the_end_the_actor_and_the_reason() {
        disable(root, ana, end);
        assertThat(fixture.events)
                .contains(new AuthEvent.AccountStatusChanged(
                        fixture.clock.instant(),
                        ana,
                        "disabled",
                        new Actor(root.user(), root.session(), WHY),
                        "until " + end));
    }

    @Test
    void an_end_is_moved_taken_away_and_ended_early() {
        disable(root, ana, end);
        disable(root, ana, end.plusSeconds(60));
        assertThat(status().disabledUntil()).isEqualTo(end.plusSeconds(60));
        assertThat(fixture.auth.admin().disableAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(status()).isEqualTo(new UserInfo.Status(false, false, false, null));
        fixture.auth.admin().disable(ana, end);
        assertThat(fixture.auth.admin().enableAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(status()).isEqualTo(UserInfo.Status.ORDINARY);
    }

    @Test
    void a_moment_that_is_over_or_far_away_is_refused() {
        Instant now = fixture.clock.instant();
        for (Instant wrong : List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(3654)), Instant.MAX)) {
            assertThatThrownBy(() -> disable(root, ana, wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> fixture.auth.admin().disable(ana, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(status()).isEqualTo(UserInfo.Status.ORDINARY);
    }

    @Test
    void it_takes_the_right_a_recent_proof_and_an_ordinary_account() {
        Caller member = fixture.caller(before);
        assertThat(disable(member, root.user(), end)).isEqualTo(Change.FORBIDDEN);
        assertThat(disable(root, root.user(), end)).isEqualTo(Change.FORBIDDEN);
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(disable(root, ana, end)).isEqualTo(Change.STEP_UP_REQUIRED);
        assertThat(status()).isEqualTo(UserInfo.Status.ORDINARY);
    }

    @Test
    void of_a_disabling_and_an_enabling_at_once_one_holds_whole() {
        for (int round = 0; round < 5; round++) {
            ParallelRun.run(
                    2,
                    runner -> runner == 0
                            ? disable(root, ana, end)
                            : fixture.auth.admin().enableAs(root, ana, WHY));
            assertThat(status()).isIn(UserInfo.Status.ORDINARY, new UserInfo.Status(false, false, false, null, end));
        }
    }

    private Change disable(Caller caller, UserId user, Instant until) {
        return fixture.auth.admin().disableAs(caller, user, until, WHY);
    }

    private UserInfo.Status status() {
        return fixture.auth.admin().find(ana).orElseThrow().status();
    }

    private Outcome<SignIn> login() {
        return fixture.login(ANA, FlowFixture.PASSWORD);
    }

    /** As for a wrong password: neither the state nor its end is told. */
    private Outcome<SignIn> unknown() {
        return Outcome.refused(Refusal.INVALID_CREDENTIALS);
    }
}
