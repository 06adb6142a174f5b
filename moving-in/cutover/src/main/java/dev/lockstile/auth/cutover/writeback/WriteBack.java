package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Write-back sync: writes what users change in the host to the legacy system too. Pass {@link #store()} to the builder
 * of {@code Auth} in place of the host's own store. A change and its entry in the change log are one transaction, so a
 * crash loses none, and no sign-in waits for the legacy system. Imports and just-in-time migration use the host's own
 * store, so that imported rows are not sent back.
 *
 * <p>An entry names the user and the kind of change; the state itself is read when it is sent. Over all nodes, one
 * state of a user is in flight at a time. It is sent at least once, with a number that only rises. Not sent are users
 * without a proven identifier, identifiers that no user owns, rights, sessions and codes. A user whose state fails
 * repeatedly, or collides with another user of the legacy system, becomes a dead letter with a reason; a later
 * disabling, deletion or password change of that user is attempted again.
 *
 * <p>{@link #CHANGELOG} creates the two tables; the host includes it. Safe for use by many threads.
 */
public final class WriteBack {

    /** For the host's changelog, after that of the library. */
    public static final String CHANGELOG = "dev/lockstile/auth/cutover/write-back.xml";

    private final Host host;
    private final JpaAuthStore store;
    private final LegacySystem old;
    private final WriteBackSettings settings;
    private final Clock clock;
    private final ChangeLog changeLog;
    private final ChangeSender sender;

    /**
     * Where changed users are read: the host's own store and entities, and the rules by which an identifier is valid.
     */
    record Host(JpaAuthStore store, EntityManagerFactory entities, IdentifierRules rules) {}

    private WriteBack(LegacySystem old, Host host, WriteBackSettings settings, Clock clock) {
        this.host = host;
        this.store = host.store();
        this.old = old;
        this.settings = settings;
        this.clock = clock;
        this.changeLog = new ChangeLog(store, settings.tables());
        this.sender = new ChangeSender(host, changeLog, old, settings, clock);
    }

    /**
     * {@return sync to a legacy system, with the standard settings}
     *
     * @param old the legacy system
     * @param store the host's store; use {@link #store()} in its place from now on
     * @param entities of the same persistence unit, with the tables of write-back sync
     * @param rules those of {@code Auth}: an identifier whose value another application has changed is not sent
     * @throws IllegalArgumentException when the host keeps no ledger
     */
    public static WriteBack to(
            LegacySystem old, JpaAuthStore store, EntityManagerFactory entities, IdentifierRules rules) {
        return new WriteBack(old, new Host(store, entities, rules), WriteBackSettings.STANDARD, Clock.systemUTC());
    }

    /**
     * {@return the same with other settings}
     *
     * @param others what to sync by
     */
    public WriteBack with(WriteBackSettings others) {
        return new WriteBack(old, host, others, clock);
    }

    /**
     * {@return the same with the application's clock}
     *
     * @param other the one of {@code Auth}
     */
    public WriteBack with(Clock other) {
        return new WriteBack(old, host, settings, other);
    }

    /** {@return the store for {@code Auth.builder}: the host's store, with every change entered in the change log} */
    public AuthStore store() {
        return new ChangeTrackingStore(store, changeLog, clock);
    }

    /**
     * Enters a change that the host made without the library, such as a name in a column of its own. Joins the host's
     * transaction if there is one.
     *
     * @param user whose row was changed
     * @param change what of it
     */
    public void note(UserId user, UserState.Change change) {
        store.join(tx -> {
            changeLog.add(user.toString(), change, now());
            return true;
        });
    }

    /**
     * Sends the changes that are due, user by user, at most 100 users; ends early when the legacy system does not
     * answer.
     *
     * @return how many users were processed
     */
    public int sendDue() {
        return sendDue(() -> false);
    }

    int sendDue(BooleanSupplier stopped) {
        return sender.sendDue(stopped);
    }

    /**
     * Starts a daemon thread that sends what is due, then pauses, until it is closed.
     *
     * @param pause between two rounds
     * @return the thread's handle, which ends it when closed
     */
    public WriteBackSender start(Duration pause) {
        return WriteBackSender.start(this, pause);
    }

    /** {@return how many users have unsent changes, and how many dead letters there are} */
    public WriteBackFigures figures() {
        return store.read(tx -> changeLog.figures());
    }

    /**
     * {@return the dead letters, oldest first}
     *
     * @param limit how many at most
     */
    public List<DeadLetter> deadLetters(int limit) {
        return store.read(tx -> changeLog.deadLetters(limit)).stream()
                .flatMap(row ->
                        store.userId(row.user()).stream().map(user -> new DeadLetter(user, row.reason(), row.at())))
                .toList();
    }

    /**
     * Makes the dead letter of a user due again, once its cause is removed.
     *
     * @param user whose dead letter it is
     * @return false when the user has none
     */
    public boolean retry(UserId user) {
        return store.alone(tx -> changeLog.requeue(user.toString(), now()));
    }

    /**
     * Makes all dead letters due again.
     *
     * @return how many
     */
    public long retryAll() {
        return store.alone(tx -> changeLog.requeueAll(null, now()));
    }

    /**
     * Makes the dead letters with one reason due again.
     *
     * @param reason as {@link DeadLetter#reason()} has it
     * @return how many
     */
    public long retryAll(String reason) {
        return store.alone(tx -> changeLog.requeueAll(reason, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
