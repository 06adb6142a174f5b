package dev.lockstile.auth.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction: the only way to the data. Not to be kept beyond the work it was handed to. */
public interface AuthTx {

    /** {@return the store of accounts and what they go by} */
    UserStore users();

    /** {@return the store of profiles, of which each account has one or more} */
    ProfileStore profiles();

    /** {@return the store of devices of mobile clients, where the host keeps any} */
    DeviceStore devices();

    /** {@return the store of one-time codes and links} */
    CodeStore codes();

    /** {@return the store of sessions and their refresh tokens} */
    SessionStore sessions();

    /** {@return the store of messages on their way out} */
    OutboxStore outbox();

    /** {@return the log of messages, with codes and links blanked, where the host keeps one} */
    MessageLogStore messageLogs();

    /** {@return the store of counters of rate limits} */
    ThrottleStore throttles();

    /** {@return the store of second factors, and of sign-ins between their two factors} */
    FactorStore factors();

    /** {@return the store of accounts at other sites, where the host keeps any} */
    SocialStore socials();

    /** {@return the store of keys in a system that users came from, where the host keeps any} */
    LegacyLinkStore legacy();

    /** {@return what counts and removes rows that are over} */
    UpkeepStore upkeep();

    /** {@return the store of columns of the host's own in the rows of users and profiles} */
    HostColumnStore hostColumns();

    /**
     * Optional methods that not every store needs, such as those of an import: see
     * {@link dev.lockstile.auth.store.imports.ImportTx}. The services do not use them.
     *
     * @param <T> the verbs
     * @param type of the verbs, an interface
     * @return empty when this store has none of that type
     */
    default <T> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /**
     * Runs code of the host inside this transaction. What it wrote reaches the database before this returns, and what
     * it throws leaves the transaction as it is, so that a failure of the host's own rows never passes for one of the
     * flow's.
     *
     * @param <R> what the host's code answers
     * @param work code of the host; what it throws reaches the caller as it is
     * @return what the host's code answered
     */
    <R extends @Nullable Object> R callHost(Supplier<R> work);

    /**
     * Runs the action once the transaction is committed, the host's where it was joined; never when it is rolled back.
     * An action that throws is logged: by then nothing can be undone, and the others run.
     *
     * @param action quick, since it runs on the thread of the commit
     */
    void afterCommit(Runnable action);
}
