package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.store.KeyTakenException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the change log holds: takes a lease of a user, reads the state, hands it to the old system, and writes the
 * outcome while the lease is held.
 */
final class ChangeSender {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int AT_ONCE = 100;

    private final JpaAuthStore store;
    private final LegacySystem old;
    private final WriteBackSettings settings;
    private final Clock clock;
    private final ChangeLog changeLog;
    private final ChangedUserReader changedUsers;

    ChangeSender(WriteBack.Host host, ChangeLog changeLog, LegacySystem old, WriteBackSettings settings, Clock clock) {
        this.store = host.store();
        this.old = old;
        this.settings = settings;
        this.clock = clock;
        this.changeLog = changeLog;
        this.changedUsers = new ChangedUserReader(host, changeLog, old);
    }

    /** How many users were processed; ends early when the old system does not answer, and between two users. */
    int sendDue(BooleanSupplier stopped) {
        int dealtWith = 0;
        for (ChangeLog.Lease seen : store.read(tx -> changeLog.due(now(), AT_ONCE))) {
            if (stopped.getAsBoolean()) {
                return dealtWith;
            }
            Instant now = now();
            ChangeLog.Lease mine = seen.next(now);
            if (take(seen, mine, now)) {
                if (!send(mine)) {
                    return dealtWith;
                }
                dealtWith++;
            }
        }
        return dealtWith;
    }

    private boolean take(ChangeLog.Lease seen, ChangeLog.Lease mine, Instant now) {
        try {
            return store.alone(tx -> changeLog.take(seen, mine, now, now.plus(settings.lease())));
        } catch (KeyTakenException e) {
            return false; // another node has just taken the first lease of this user
        }
    }

    /** False when the old system does not answer. */
    private boolean send(ChangeLog.Lease mine) {
        ChangedUserReader.PendingState pending = store.read(tx -> changedUsers.read(tx, mine));
        UserState person = pending.person();
        try {
            if (pending.obstacle() != null) {
                settle(mine, pending, new Delivery.Refused(pending.obstacle()));
            } else {
                settle(mine, pending, person == null ? new Delivery.NotStored() : old.put(person));
            }
            return true;
        } catch (LegacySystem.DownException e) {
            LOG.warn("the old system takes no changes at the moment: {}", e.getMessage());
            postpone(mine, mine.attempts() - 1, "down", settings.afterOutage(now()));
            return false;
        } catch (RuntimeException e) {
            failed(mine, e.getClass().getSimpleName());
            return true;
        }
    }

    /**
     * Writes the outcome while the lease is held. A sender that took longer than its lease writes nothing: another node
     * has taken over, and the legacy system may have ignored this state as too old.
     */
    private void settle(ChangeLog.Lease mine, ChangedUserReader.PendingState pending, Delivery delivery) {
        if (delivery instanceof Delivery.Refused refused) {
            deadLetter(mine, refused.reason());
            return;
        }
        String kept = delivery instanceof Delivery.LegacyKept other ? other.reason() : null;
        store.alone(tx -> {
            if (changeLog.complete(mine, kept, now())) {
                UserState person = pending.person();
                if (delivery instanceof Delivery.Stored written && person != null) {
                    changedUsers.enter(tx, person, written, now());
                }
                changeLog.delete(pending.changes());
            }
            return true;
        });
    }

    /** Records the class of a failure only: its message could quote the user's row. */
    private void failed(ChangeLog.Lease mine, String kind) {
        if (mine.attempts() >= settings.attempts()) {
            deadLetter(mine, kind);
        } else {
            postpone(mine, mine.attempts(), kind, settings.nextAttempt(mine.attempts(), now()));
        }
    }

    private void deadLetter(ChangeLog.Lease mine, String reason) {
        LOG.warn("changes of user {} do not go to the old system: {}", mine.user(), reason);
        store.alone(tx -> {
            changeLog.deadLetter(mine, reason, mine.takenAt());
            return true;
        });
    }

    private void postpone(ChangeLog.Lease mine, int attempts, String reason, Instant dueAt) {
        store.alone(tx -> {
            changeLog.postpone(mine, attempts, reason, dueAt);
            return true;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
