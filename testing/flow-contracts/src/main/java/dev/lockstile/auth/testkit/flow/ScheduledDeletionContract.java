package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.upkeep.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deletion that the owner asked for waits some days, can be taken back, and is done by the clean-up. */
@Tag("keys")
abstract class ScheduledDeletionContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Duration GRACE = Duration.ofDays(14);
    private static final DeletionProof.Password PASSWORD = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));

    private Auth host;

    /** For those who extend it. */
    protected ScheduledDeletionContract() {}

    @BeforeEach
    void wire() {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        host = fixture.nodeWith(builder -> builder.deletionGrace(GRACE));
        fixture.member(ANA);
    }

    @Test
    void it_waits_ends_the_sessions_and_tells_the_day() {
        Caller ana = signedIn();
        int before = fixture.deliver().postbox.to(ANA).size();
        Instant asked = fixture.clock.instant();
        assertThat(host.ownAccount().delete(ana, PASSWORD).isDone()).isTrue();
        assertThat(host.ownAccount().deletionDue(ana)).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + 1);
        assertThat(fixture.postbox.to(ANA).get(before).text()).contains("15 mar 2026");
        assertThat(host.ownAccount().deletionDue(signedIn())).isEqualTo(Outcome.done(Optional.of(asked.plus(GRACE))));
        assertThat(host.ownAccount().me(signedIn()).orElseThrow().deletionDue()).isEqualTo(asked.plus(GRACE));
        assertThat(told()).contains("deletion scheduled by owner").doesNotContain("deleted by owner");
    }

    @Test
    void the_first_clean_up_after_the_day_deletes() {
        UserId user = asked();
        fixture.clock.advance(GRACE.minusSeconds(1));
        cleanUp();
        assertThat(exists(user)).isTrue();
        fixture.clock.advance(Duration.ofSeconds(1));
        cleanUp();
        assertThat(exists(user)).isFalse();
        assertThat(told()).contains("deleted by owner");
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        cleanUp();
        fixture.member(ANA);
        assertThat(signedIn().user()).isNotEqualTo(user);
    }

    @Test
    void a_sign_in_takes_it_back_once() {
        UserId user = asked();
        Caller ana = signedIn();
        assertThat(host.ownAccount().keep(ana)).isEqualTo(Outcome.done(user));
        assertThat(host.ownAccount().keep(ana)).isEqualTo(Outcome.refused(Refusal.NOT_FOUND));
        assertThat(host.ownAccount().deletionDue(ana)).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(told()).contains("deletion taken back by owner");
        fixture.clock.advance(GRACE.plusDays(1));
        cleanUp();
        assertThat(exists(user)).isTrue();
    }

    @Test
    void staff_see_it_and_call_it_off_with_a_reason() {
        UserId user = asked();
        host.admin()
                .createFirstSuperuser(new NewAdmin("root@acme.example", PASSWORD.password(), NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
        assertThat(host.admin().deletionDue(user))
                .contains(fixture.clock.instant().plus(GRACE));
        assertThat(host.admin().keepAs(signedIn(), user, "ticket 1")).isEqualTo(Change.FORBIDDEN);
        assertThat(host.admin().keepAs(root, user, "ticket 1")).isEqualTo(Change.DONE);
        assertThat(host.admin().keepAs(root, user, "ticket 1")).isEqualTo(Change.UNCHANGED);
        assertThat(host.admin().deletionDue(user)).isEmpty();
        assertThat(told()).contains("deletion_called_off");
    }

    @Test
    void what_was_asked_for_before_the_first_proof_of_an_address_ends_with_it() {
        String address = "bea@acme.example";
        UserId bea = fixture.people.admitted(address, null, null, FlowFixture.PASSWORD);
        Caller stranger =
                fixture.caller(fixture.login(address, FlowFixture.PASSWORD).orElseThrow());
        assertThat(host.ownAccount().delete(stranger, PASSWORD).isDone()).isTrue();
        fixture.requestCode(address);
        FlowFixture.enterCode(host, CodeIdentifier.email(address), fixture.codeTo(address))
                .orElseThrow();
        assertThat(host.admin().deletionDue(bea)).isEmpty();
        fixture.clock.advance(GRACE);
        cleanUp();
        assertThat(exists(bea)).isTrue();
    }

    @Test
    void the_end_of_all_sessions_leaves_it() {
        UserId user = asked();
        host.sessions().logoutAll(signedIn());
        fixture.clock.advance(GRACE);
        cleanUp();
        assertThat(exists(user)).isFalse();
    }

    @Test
    void an_account_that_was_deleted_and_restored_meanwhile_stays() {
        UserId user = asked();
        host.admin().delete(user);
        host.admin().restore(user);
        fixture.clock.advance(GRACE);
        cleanUp();
        assertThat(exists(user)).isTrue();
    }

    @Test
    void an_account_that_is_disabled_is_deleted_too() {
        UserId user = asked();
        host.admin().disable(user);
        fixture.clock.advance(GRACE);
        cleanUp();
        assertThat(exists(user)).isFalse();
    }

    @Test
    void what_was_merged_into_it_stays_with_it() {
        UserId user = asked();
        fixture.member("ben@acme.example");
        UserId ben = fixture.signedIn("ben@acme.example").user().id();
        assertThat(host.admin().merge(ben, user, "ticket 1").isDone()).isTrue();
        fixture.clock.advance(GRACE);
        cleanUp();
        assertThat(exists(user)).isTrue();
    }

    @Test
    void of_a_clean_up_and_a_take_back_at_once_one_wins() {
        UserId user = asked();
        fixture.clock.advance(GRACE);
        Caller ana = signedIn();
        List<Boolean> kept = ParallelRun.run(2, n -> {
            if (n == 0) {
                cleanUp();
                return false;
            }
            return host.ownAccount().keep(ana).isDone();
        });
        assertThat(exists(user)).isEqualTo(kept.contains(true));
    }

    @Test
    void two_clean_ups_at_once_delete_it_once() {
        asked();
        fixture.clock.advance(GRACE);
        ParallelRun.run(2, n -> {
            cleanUp();
            return true;
        });
        assertThat(told()).filteredOn("deleted by owner"::equals).hasSize(1);
    }

    @Test
    void a_host_that_is_against_it_is_asked_again_at_the_next_clean_up() {
        UserId user = asked();
        fixture.clock.advance(GRACE);
        fixture.doorkeeper.refuse("open_invoice");
        cleanUp();
        assertThat(exists(user)).isTrue();
        fixture.doorkeeper.relent();
        cleanUp();
        assertThat(exists(user)).isFalse();
    }

    @Test
    void without_days_it_is_deleted_at_once_and_other_durations_are_refused() {
        assertThat(fixture.auth.ownAccount().deletionGrace()).isZero();
        assertThat(host.ownAccount().deletionGrace()).isEqualTo(GRACE);
        for (Duration wrong : List.of(Duration.ofHours(23), Duration.ofDays(91), Duration.ofDays(-1))) {
            assertThatThrownBy(() -> fixture.nodeWith(builder -> builder.deletionGrace(wrong)))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("deletion-grace-out-of-bounds");
        }
    }

    @Test
    void hosts_that_are_against_some_hold_up_no_others() {
        UserId ana = asked();
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        assertThat(host.ownAccount().delete(ben, PASSWORD).isDone()).isTrue();
        fixture.clock.advance(GRACE);
        fixture.doorkeeper.refuse(
                "open_invoice",
                asked -> asked instanceof AuthHook.Deletion deletion
                        && deletion.user().id().equals(ana));
        host.upkeep().cleanUp(Retention.standard(), 1);
        assertThat(exists(ana)).isTrue();
        assertThat(exists(ben.user())).isFalse();
    }

    private UserId asked() {
        Caller ana = signedIn();
        assertThat(host.ownAccount().delete(ana, PASSWORD).isDone()).isTrue();
        return ana.user();
    }

    private Caller signedIn() {
        return fixture.caller(fixture.signedIn(ANA));
    }

    private void cleanUp() {
        host.upkeep().cleanUp(Retention.standard());
    }

    private boolean exists(UserId user) {
        return fixture.store.read(tx -> tx.users().byId(user).isPresent());
    }

    private List<String> told() {
        return fixture.events.stream()
                .filter(AuthEvent.AccountStatusChanged.class::isInstance)
                .map(event -> ((AuthEvent.AccountStatusChanged) event).change())
                .toList();
    }
}
