package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes accounts whose day has come before it removes rows. Each account is one transaction. What the host is against
 * waits for the next clean-up; the last superuser stays.
 */
public final class DeletingUpkeep implements Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(DeletingUpkeep.class);

    private final Upkeep rows;
    private final FlowContext context;
    private final boolean on;
    private final AccountDeletion deletion;

    /** @param grace how long deletions wait; zero where accounts are deleted at once */
    public DeletingUpkeep(Upkeep rows, FlowContext context, Duration grace) {
        this.rows = rows;
        this.context = context;
        this.on = !grace.isZero();
        this.deletion = new AccountDeletion(context);
    }

    @Override
    public CodeStatistics statistics() {
        return rows.statistics();
    }

    @Override
    public CodeStatistics statistics(Duration back) {
        return rows.statistics(back);
    }

    @Override
    public CleanUpReport cleanUp(Retention retention, int batchSize) {
        if (on) {
            deleteDue(Math.max(1, Math.min(batchSize, LARGEST_BATCH)));
        }
        return rows.cleanUp(retention, batchSize);
    }

    @Override
    public CleanUpReport preview(Retention retention) {
        return rows.preview(retention);
    }

    private void deleteDue(int max) {
        Instant now = context.now();
        Set<UserId> waiting = new HashSet<>();
        boolean more;
        do {
            int most = max + waiting.size(); // those that wait are read again: they hold up no others
            List<UserId> due = context.store().read(tx -> ScheduledDeletions.dueUsers(tx, most, now));
            due.stream()
                    .filter(user -> !waiting.contains(user) && !delete(user, now))
                    .forEach(waiting::add);
            more = due.size() == most;
        } while (more);
    }

    private boolean delete(UserId user, Instant now) {
        try {
            return context.store().alone(tx -> delete(tx, user, now));
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.DELETION, user, null));
            return false;
        } catch (RuntimeException e) { // of the host's hook, or an outage: the others, and the rows, do not wait for it
            LOG.warn(
                    "the deletion of user {} waits for the next clean-up: {}",
                    user,
                    e.getClass().getName());
            return false;
        }
    }

    private boolean delete(AuthTx tx, UserId user, Instant now) {
        Optional<StoredUser> held = tx.users().lock(user, now) ? tx.users().byId(user) : Optional.empty();
        if (!ScheduledDeletions.end(tx, user, now) || held.isEmpty()) {
            return false; // taken back meanwhile, or deleted by other means
        }
        if (held.get().info().status().superuser() && !OtherSuperusers.stay(tx, user, now)) {
            return false;
        }
        deletion.askHost(tx, held.get().info(), now);
        deletion.delete(tx, NoticeSubject.of(held.get()), now);
        tx.afterCommit(() -> context.events().tell(new AuthEvent.AccountStatusChanged(now, user, "deleted by owner")));
        return true;
    }
}
