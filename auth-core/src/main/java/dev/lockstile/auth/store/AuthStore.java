package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port behind which the accounts lie. Data is reachable only through the transaction handed to a piece of work; the
 * work may run again when the database reports a deadlock or a serialization failure, so it does nothing but read and
 * write.
 *
 * <p>A database that cannot be reached is {@link StoreUnavailableException}; a unique key that another row holds is
 * {@link KeyTakenException}. Both leave after the transaction was rolled back.
 *
 * <p>A thread never holds two connections, so that a pool of any size serves any number of threads: inside a
 * transaction that holds one, joined and reading work is done on it, and work alone is refused.
 */
public interface AuthStore {

    /**
     * Runs the work in the transaction that the calling thread is in, the host's or one of this store, else in one of
     * its own. What fails inside another transaction is undone, and the rest of it stays.
     *
     * @param <R> what the work answers
     * @param work reads and writes, and does nothing else: it may run again
     * @return what the work answered
     */
    <R extends @Nullable Object> R join(Work<R> work);

    /**
     * Runs the work in a transaction of its own, so that what it writes stays written whatever the host rolls back.
     *
     * @param <R> what the work answers
     * @param work reads and writes, and does nothing else: it may run again
     * @return what the work answered
     * @throws ConnectionHeldException while the calling thread is in a transaction that holds a connection
     */
    <R extends @Nullable Object> R alone(Work<R> work);

    /**
     * The same for work that writes with one statement at most and reads nothing before it. A store may let that
     * statement commit by itself, which spares the commit its way to the database.
     *
     * @param <R> what the work answers
     * @param work one conditional write, and reads after it: it may run again
     * @return what the work answered
     * @throws ConnectionHeldException while the calling thread is in a transaction that holds a connection
     */
    default <R extends @Nullable Object> R single(Work<R> work) {
        return alone(work);
    }

    /**
     * Runs work that only reads: in a transaction that holds a connection if the calling thread is in one, else apart.
     * Its statements need not see one and the same moment: a store may run each by itself.
     *
     * @param <R> what the work answers
     * @param work reads and does nothing else
     * @return what the work answered
     */
    <R extends @Nullable Object> R read(Work<R> work);

    /** {@return true while the calling thread is in a transaction that holds a connection, or ends one} */
    boolean holdsConnection();

    /**
     * {@return the user key parsed from a text; empty when the text is no valid key}
     *
     * @param text as a path or a token holds it
     */
    Optional<UserId> userId(String text);

    /**
     * {@return the profile key parsed from a text; empty when the text is no valid key}
     *
     * @param text as a path or a token holds it
     */
    Optional<ProfileId> profileId(String text);

    /**
     * {@return whether the store keeps rows of that kind} Asks no database.
     *
     * @param entity one of the superclasses of {@code dev.lockstile.auth.model}
     */
    default boolean isMapped(Class<?> entity) {
        return true;
    }

    /**
     * {@return what keeps the library from using these columns of the host's entities, each as {@code id: what is
     * wrong, and what to do}; empty when nothing does} Asks no database.
     *
     * @param columns as the host has declared them
     */
    default List<String> hostColumnProblems(List<HostColumn> columns) {
        return columns.isEmpty() ? List.of() : List.of("host-fields: this store keeps no columns of the host's");
    }

    /**
     * A piece of work in a transaction.
     *
     * @param <R> what it answers; null where it answers nothing
     */
    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        /**
         * Runs once, or again after a deadlock or a serialization failure.
         *
         * @param tx to be used by this thread, and not after this returns
         * @return what the caller of the store gets
         */
        R run(AuthTx tx);
    }
}
