package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.KeyTakenException;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the way back open: what people change here is written to the old system too. {@link #store()} goes to the
 * builder of {@code Auth} in the place of the host's own; a change and the note of it are one transaction, so none is
 * lost by a crash, and no sign-in waits for the old system. An import and an adoption keep the host's own store, so that
 * what comes from the old system is not sent back to it.
 *
 * <p>A note says who changed, not what to: the state is read when it is sent, so that the last one counts, however many
 * there were. Of one person one state is under way at a time, of all nodes; it is sent at least once, with a number that
 * rises. Somebody who has proven nothing is not sent, nor is an identifier that nobody owns, a right, a session, a code.
 * A person whose state fails again and again, or who would push aside somebody over there, is parked with a reason; a ban,
 * a deletion or another password of theirs is tried all the same.
 *
 * <p>The two tables come with {@link #CHANGELOG}, which a host that wants this includes. Safe for use by many threads.
 */
public final class WriteBack {

    /** For the host's changelog, after that of the library. */
    public static final String CHANGELOG = "dev/lockstile/auth/cutover/write-back.xml";

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int AT_ONCE = 100;

    private final Host host;
    private final JpaAuthStore store;
    private final LegacySystem old;
    private final WriteBackSettings settings;
    private final Clock clock;
    private final ChangeLog book;
    private final ChangedUserReader changedUsers;

    /** Where people are read: the store as it is, and the rules that tell what still counts of an identifier. */
    record Host(JpaAuthStore store, EntityManagerFactory entities, IdentifierRules rules) {}

    private WriteBack(LegacySystem old, Host host, WriteBackSettings settings, Clock clock) {
        this.host = host;
        this.store = host.store();
        this.old = old;
        this.settings = settings;
        this.clock = clock;
        this.book = new ChangeLog(store, settings.tables());
        this.changedUsers = new ChangedUserReader(host, book, old);
    }

    /**
     * To an old system, with the standard settings.
     *
     * @param rules those of {@code Auth}: an identifier whose value another application has changed is not sent
     * @throws IllegalArgumentException when the host keeps no ledger
     */
    public static WriteBack to(
            LegacySystem old, JpaAuthStore store, EntityManagerFactory entities, IdentifierRules rules) {
        return new WriteBack(old, new Host(store, entities, rules), WriteBackSettings.STANDARD, Clock.systemUTC());
    }

    /** The same with other settings. */
    public WriteBack with(WriteBackSettings others) {
        return new WriteBack(old, host, others, clock);
    }

    /** The same with the application's clock. */
    public WriteBack with(Clock other) {
        return new WriteBack(old, host, settings, other);
    }

    /** The store for {@code Auth.builder}: the same, and changes leave notes. */
    public AuthStore store() {
        return new ChangeTrackingStore(store, book, clock);
    }

    /**
     * Notes that the host changed a person past the library, such as a name in a column of its own: in the host's
     * transaction where there is one.
     */
    public void note(UserId user, UserChange change) {
        store.join(tx -> {
            book.add(user.toString(), change, now());
            return true;
        });
    }

    /**
     * Sends what is due, one person after the other, up to a hundred; ends early when the old system does not answer.
     *
     * @return how many people were dealt with
     */
    public int sendDue() {
        return sendDue(() -> false);
    }

    int sendDue(BooleanSupplier stopped) {
        int dealtWith = 0;
        for (ChangeLog.Lease seen : store.read(tx -> book.due(now(), AT_ONCE))) {
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

    /** Sends on a thread of its own, again and again with this pause, until it is closed. */
    public WriteBackSender start(Duration pause) {
        return WriteBackSender.start(this, pause);
    }

    /** How far the old system is behind. */
    public WriteBackFigures figures() {
        return store.read(tx -> book.figures());
    }

    /** Who is parked, longest first. */
    public List<DeadLetter> parked(int limit) {
        return store.read(tx -> book.parked(limit)).stream()
                .flatMap(held ->
                        store.userId(held.user()).stream().map(user -> new DeadLetter(user, held.reason(), held.at())))
                .toList();
    }

    /** Lets a parked person go out again, once what was in the way is mended. @return false when nobody is parked */
    public boolean retry(UserId user) {
        return store.alone(tx -> book.release(user.toString(), now()));
    }

    /** Lets everybody go out again who is parked. @return how many */
    public long retryAll() {
        return store.alone(tx -> book.releaseAll(null, now()));
    }

    /** The same for one reason alone. */
    public long retryAll(String reason) {
        return store.alone(tx -> book.releaseAll(reason, now()));
    }

    private boolean take(ChangeLog.Lease seen, ChangeLog.Lease mine, Instant now) {
        try {
            return store.alone(tx -> book.take(seen, mine, now, now.plus(settings.lease())));
        } catch (KeyTakenException e) {
            return false; // the first turn of this person went to somebody else at this very moment
        }
    }

    /** @return false when the old system does not answer */
    private boolean send(ChangeLog.Lease mine) {
        ChangedUserReader.Departure leaving = store.read(tx -> changedUsers.read(tx, mine));
        UserState person = leaving.person();
        try {
            if (leaving.obstacle() != null) {
                settle(mine, leaving, new Delivery.Refused(leaving.obstacle()));
            } else {
                settle(mine, leaving, person == null ? new Delivery.NotThere() : old.put(person));
            }
            return true;
        } catch (LegacySystemDownException e) {
            LOG.warn("the old system takes no changes at the moment: {}", e.getMessage());
            later(mine, mine.tries() - 1, "down", settings.afterOutage(now()));
            return false;
        } catch (RuntimeException e) {
            failed(mine, e.getClass().getSimpleName());
            return true;
        }
    }

    /**
     * Under the turn: a sender that was held up longer than its lease leaves everything to the one that has taken it,
     * since its own state may have been ignored over there as too old.
     */
    private void settle(ChangeLog.Lease mine, ChangedUserReader.Departure leaving, Delivery delivery) {
        if (delivery instanceof Delivery.Refused refused) {
            park(mine, refused.reason());
            return;
        }
        String kept = delivery instanceof Delivery.Kept other ? other.reason() : null;
        store.alone(tx -> {
            if (book.done(mine, kept, now())) {
                UserState person = leaving.person();
                if (delivery instanceof Delivery.Stored written && person != null) {
                    changedUsers.enter(tx, person, written, now());
                }
                book.strike(leaving.notes());
            }
            return true;
        });
    }

    /** The kind of a failure alone: its text could quote the person's row. */
    private void failed(ChangeLog.Lease mine, String kind) {
        if (mine.tries() >= settings.tries()) {
            park(mine, kind);
        } else {
            later(mine, mine.tries(), kind, settings.nextTry(mine.tries(), now()));
        }
    }

    private void park(ChangeLog.Lease mine, String reason) {
        LOG.warn("changes of user {} do not go to the old system: {}", mine.user(), reason);
        store.alone(tx -> {
            book.park(mine, reason, mine.takenAt());
            return true;
        });
    }

    private void later(ChangeLog.Lease mine, int tries, String reason, Instant dueAt) {
        store.alone(tx -> {
            book.later(mine, tries, reason, dueAt);
            return true;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
