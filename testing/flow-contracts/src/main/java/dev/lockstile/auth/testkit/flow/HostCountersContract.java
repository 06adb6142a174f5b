package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counters that the host brings: what a signed-in person may try counts there, as every other limit does. */
abstract class HostCountersContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final DeletionProof WRONG = new DeletionProof.Password(Secret.of("wrong"));

    private final Queue<String> counted = new ConcurrentLinkedQueue<>();

    /** For those who extend it. */
    protected HostCountersContract() {}

    @Test
    void changes_and_deletions_are_counted_where_the_host_says() {
        Caller ana = ana();
        Auth node = fixture.nodeWith(FlowFixture.settings(), recording());

        Outcome<OwnAccount.Changed> asked = node.ownAccount().update(ana, AccountChange.NONE.withEmail(NEW));
        assertThat(counted).contains("change");
        PendingChange pending = asked.orElseThrow().pending().get(0);
        node.ownAccount().confirmChange(ana, new ChangeProof(pending.challengeId(), Secret.of("000000")));
        assertThat(counted).contains("change_try");
        node.ownAccount().delete(ana, WRONG);
        assertThat(counted).contains("deletion");
    }

    @Test
    void nothing_is_changed_or_deleted_while_the_counters_are_out_of_reach() {
        Caller ana = ana();
        Auth node = fixture.nodeWith(FlowFixture.settings(), broken());
        DeletionProof right = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));

        assertThatThrownBy(() -> node.ownAccount().update(ana, AccountChange.NONE.withUsername("ana")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> node.ownAccount().delete(ana, right)).isInstanceOf(StoreUnavailableException.class);
        assertThat(fixture.signedIn(ANA).user().identifiers().username().value())
                .isNull();
    }

    private Caller ana() {
        fixture.member(ANA);
        return fixture.caller(fixture.signedIn(ANA));
    }

    private ThrottleCounters recording() {
        ThrottleCounters process = ThrottleCounters.inProcess();
        return Forwarding.over(ThrottleCounters.class, (verb, arguments) -> {
            if (verb.getName().equals("admit") && arguments != null) {
                note(arguments[0]);
            }
            return Forwarding.to(process, verb, arguments);
        });
    }

    private void note(@Nullable Object permits) {
        if (permits instanceof List<?> list) {
            list.forEach(
                    permit -> counted.add(((ThrottlePermit) permit).bucket().split(":")[0]));
        }
    }

    private static ThrottleCounters broken() {
        return Forwarding.over(ThrottleCounters.class, (verb, arguments) -> {
            throw new IllegalStateException("no answer");
        });
    }
}
