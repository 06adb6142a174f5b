package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to the database. Work reaches data only through the {@link AuthTx} that it receives. It may run again after
 * a deadlock or a serialization failure, so it must do nothing but read and write.
 *
 * <p>A database that cannot be reached raises {@link StoreUnavailableException}, and a unique key that another row
 * holds raises {@link KeyTakenException}. What the work has written is rolled back by then.
 *
 * <p>A thread never holds two connections, so that a pool of any size serves any number of threads. While the calling
 * thread is in a transaction that holds a connection, {@link #join} and {@link #read} use this connection, and
 * {@link #alone} and {@link #single} are refused.
 */
public interface AuthStore {

    /**
     * Runs the work in the transaction that the calling thread is in, whether the host or this store has begun it;
     * without one, in a transaction of its own. Work that fails in a joined transaction is rolled back to a savepoint.
     * Where that is not possible, the joined transaction can only be rolled back.
     *
     * @param <R> type of the result
     * @param work reads and writes, and does nothing else, since it may run again
     * @return the result of the work
     */
    <R extends @Nullable Object> R join(Work<R> work);

    /**
     * Runs the work in a transaction of its own, which stays committed when a transaction of the host is rolled back.
     *
     * @param <R> type of the result
     * @param work reads and writes, and does nothing else, since it may run again
     * @return the result of the work
     * @throws ConnectionHeldException while the calling thread is in a transaction that holds a connection
     */
    <R extends @Nullable Object> R alone(Work<R> work);

    /**
     * Runs work that writes with one statement at most and reads nothing before it. A store may run it in auto-commit
     * mode, which saves the round trip of the commit. The default is {@link #alone}.
     *
     * @param <R> type of the result
     * @param work one conditional write, and reads after it; it may run again
     * @return the result of the work
     * @throws ConnectionHeldException while the calling thread is in a transaction that holds a connection
     */
    default <R extends @Nullable Object> R single(Work<R> work) {
        return alone(work);
    }

    /**
     * Runs work that only reads. It uses the transaction that the calling thread is in, if that holds a connection.
     * Otherwise a store may run each statement by itself, so that they need not see one snapshot.
     *
     * @param <R> type of the result
     * @param work reads, and does nothing else, since it may run again
     * @return the result of the work
     */
    <R extends @Nullable Object> R read(Work<R> work);

    /**
     * {@return true while the calling thread is in a transaction that holds a connection, or runs actions after its
     * commit}
     */
    boolean holdsConnection();

    /**
     * {@return the user key in a text; empty when the text is not a valid key}
     *
     * @param text a key as in tokens and URL paths
     */
    Optional<UserId> userId(String text);

    /**
     * {@return the profile key in a text; empty when the text is not a valid key}
     *
     * @param text a key as in tokens and URL paths
     */
    Optional<ProfileId> profileId(String text);

    /**
     * {@return true when the store has a table for rows of this kind: in a JPA store, when an entity of the host
     * extends the superclass} Does not query the database.
     *
     * @param entity a superclass of {@code dev.lockstile.auth.model}
     */
    default boolean isMapped(Class<?> entity) {
        return true;
    }

    /**
     * {@return the reasons why the library cannot use these columns of the host's entities, each as
     * {@code id: problem and fix}; empty when it can use all} Does not query the database.
     *
     * @param columns the columns that the host has declared
     */
    default List<String> hostColumnProblems(List<HostColumn> columns) {
        return columns.isEmpty() ? List.of() : List.of("host-fields: this store keeps no columns of the host's");
    }

    /**
     * Work in a transaction.
     *
     * @param <R> type of the result; null for work without one
     */
    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        /**
         * Runs the work: once, or again after a deadlock or a serialization failure.
         *
         * @param tx valid for the calling thread until this method returns
         * @return the result for the caller of the store
         */
        R run(AuthTx tx);
    }
}
