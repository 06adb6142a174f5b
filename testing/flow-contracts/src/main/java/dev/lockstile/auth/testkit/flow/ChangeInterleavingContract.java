package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A change of address that is proven while an administrator disables the account. The one that holds the person's row
 * first goes first and the other waits: neither stands in the other's way with half of the rows in hand.
 */
abstract class ChangeInterleavingContract extends FlowContract {

    private static final String OLD = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private final CountDownLatch disabled = new CountDownLatch(1);
    private @Nullable Future<Boolean> disabling;

    /** For those who extend it. */
    protected ChangeInterleavingContract() {}

    @AfterEach
    final void waitForTheOther() throws InterruptedException {
        elsewhere.shutdown();
        assertThat(elsewhere.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_change_under_way_is_finished_before_the_account_is_disabled() throws Exception {
        fixture.member(OLD);
        RetryCountingStore watched = new RetryCountingStore(fixture.store);
        fixture = new FlowFixture(watched);
        SignIn held = fixture.signedIn(OLD);
        Caller ana = fixture.caller(held);
        PendingChange pending = ask(ana);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(NEW)));
        fixture.doorkeeper.meanwhile(() -> disable(ana));

        assertThat(fixture.auth.ownAccount().confirmChange(ana, proof)).isInstanceOf(Outcome.Done.class);

        assertThat(Objects.requireNonNull(disabling).get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(watched.repeats()).as("work that the database gave up").isZero();
        assertThat(fixture.login(NEW, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        fixture.auth.admin().enable(ana.user());
        assertThat(fixture.signedIn(NEW).user().id()).isEqualTo(ana.user());
    }

    private PendingChange ask(Caller caller) {
        Outcome<OwnAccount.Changed> result =
                fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(NEW));
        return result.orElseThrow().pending().get(0);
    }

    /** Begins, and goes as far as it gets while the change holds what it holds. */
    private void disable(Caller caller) {
        disabling = elsewhere.submit(() -> {
            boolean done = fixture.auth.admin().disable(caller.user());
            disabled.countDown();
            return done;
        });
        try {
            boolean early = disabled.await(300, TimeUnit.MILLISECONDS);
            assertThat(early).as("disabled in the midst of the change").isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
