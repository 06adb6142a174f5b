package dev.lockstile.auth.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction, the only access to data. It must not be used after the work that received it returns. */
public interface AuthTx {

    /** {@return the store of accounts and their identifiers} */
    UserStore users();

    /** {@return the store of profiles} */
    ProfileStore profiles();

    /** {@return the store of devices of mobile clients} */
    DeviceStore devices();

    /** {@return the store of one-time codes and links} */
    CodeStore codes();

    /** {@return the store of sessions and their refresh tokens} */
    SessionStore sessions();

    /** {@return the store of messages that wait to be sent} */
    OutboxStore outbox();

    /** {@return the logs of sent messages} */
    MessageLogStore messageLogs();

    /** {@return the store of counters of rate limits} */
    ThrottleStore throttles();

    /** {@return the stores of second factors, trusted browsers and challenges} */
    FactorStore factors();

    /** {@return the store of accounts at other sites} */
    SocialStore socials();

    /** {@return the ledger: the store of keys that imported rows had in their former system} */
    LegacyLinkStore legacy();

    /** {@return the store that counts and removes expired rows} */
    UpkeepStore upkeep();

    /** {@return the store of the host's own columns in the rows of users and profiles} */
    HostColumnStore hostColumns();

    /**
     * Returns a store that is optional for store authors, such as {@link ApiKeyStore}, {@link FormerPasswordStore} or,
     * for imports, {@link dev.lockstile.auth.store.imports.ImportTx}.
     *
     * @param <T> the interface
     * @param type the interface
     * @return empty when this store does not implement it, or has no table for it
     */
    default <T> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /**
     * Runs code of the host inside this transaction, and flushes what it has written before returning. Exceptions of
     * the host are passed on unchanged, so that a failure of the host's own rows is not mistaken for one of the flow's.
     *
     * @param <R> type of the result
     * @param work code of the host
     * @return the result of the work
     */
    <R extends @Nullable Object> R callHost(Supplier<R> work);

    /**
     * Runs an action after the commit of this transaction, or of the host's where this one has joined it; not after a
     * rollback. An exception of an action is logged, and the remaining actions still run.
     *
     * @param action must be fast, since it runs on the thread of the commit
     */
    void afterCommit(Runnable action);
}
