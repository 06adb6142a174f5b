package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The end of the sessions of all accounts. */
abstract class AllSessionsContract extends FlowContract {

    private static final String WHY = "incident 7";

    /** For those who extend it. */
    protected AllSessionsContract() {}

    @Test
    void a_superuser_ends_the_sessions_of_all_accounts() {
        Caller root = administrator("root", NewAdmin.Rank.SUPERUSER);
        fixture.member("ana@acme.example");
        SignIn ana = fixture.signedIn("ana@acme.example");
        fixture.signedIn("ana@acme.example");
        assertThat(fixture.auth.admin().endAllSessionsAs(root, WHY)).isEqualTo(Outcome.done(3));
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh()).isDone())
                .isFalse();
        assertThat(fixture.auth.admin().endAllSessionsAs(root, WHY).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(fixture.events)
                .anySatisfy(event -> assertThat(event.detail())
                        .contains("all_sessions_ended (3), by user " + root.user())
                        .contains(WHY));
        fixture.signedIn("ana@acme.example");
    }

    @Test
    void staff_and_an_old_proof_end_none() {
        Caller root = administrator("root", NewAdmin.Rank.SUPERUSER);
        Caller staff = administrator("staff", NewAdmin.Rank.STAFF);
        assertThat(fixture.auth.admin().endAllSessionsAs(staff, WHY).refusal()).contains(Refusal.FORBIDDEN);
        fixture.store.<Boolean>join(tx -> {
            assertThatThrownBy(() -> fixture.auth.admin().endAllSessionsAs(root, WHY))
                    .isInstanceOf(ConnectionHeldException.class);
            return true;
        });
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(fixture.auth.admin().endAllSessionsAs(root, WHY).refusal()).contains(Refusal.STEP_UP_REQUIRED);
        assertThat(live(root)).isOne();
    }

    private int live(Caller caller) {
        return fixture.store.<Integer>read(
                tx -> tx.sessions().live(caller.user(), fixture.clock.instant()).size());
    }

    private Caller administrator(String name, NewAdmin.Rank rank) {
        NewAdmin admin = new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
        if (rank == NewAdmin.Rank.SUPERUSER) {
            fixture.auth.admin().createFirstSuperuser(admin);
        } else {
            Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
            fixture.auth.admin().createAdministratorAs(root, admin);
            fixture.auth.sessions().logout(root);
        }
        return fixture.caller(fixture.signedIn(name + "@acme.example"));
    }
}
