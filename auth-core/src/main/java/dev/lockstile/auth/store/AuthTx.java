package dev.lockstile.auth.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction: the only way to the data. Not to be kept beyond the work it was handed to. */
public interface AuthTx {

    /** Accounts and what they go by. */
    UserStore users();

    /** Profiles, of which each account has one or more. */
    ProfileStore profiles();

    /** Devices of mobile clients, where the host keeps any. */
    DeviceStore devices();

    /** One-time codes and links. */
    CodeStore codes();

    /** Sessions and their refresh tokens. */
    SessionStore sessions();

    /** Messages on their way out. */
    OutboxStore outbox();

    /** The log of messages, with codes and links blanked, where the host keeps one. */
    MessageLogStore messageLogs();

    /** Counters of rate limits. */
    ThrottleStore throttles();

    /** Second factors, and sign-ins between their two factors. */
    FactorStore factors();

    SocialStore socials();

    /** Keys in a system that users came from, where the host keeps any. */
    LegacyLinkStore legacy();

    /** Counting and removing rows that are over. */
    UpkeepStore upkeep();

    /** Columns of the host's own in the rows of users and profiles. */
    HostColumnStore hostColumns();

    /**
     * Verbs that not every store needs, such as those of an import: see
     * {@link dev.lockstile.auth.store.imports.ImportTx}. No flow asks for any.
     *
     * @return empty when this store has none of that type
     */
    default <T> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /**
     * Runs code of the host inside this transaction. What it wrote reaches the database before this returns, and what it
     * throws leaves the transaction as it is, so that a failure of the host's own rows never passes for one of the flow's.
     */
    <R extends @Nullable Object> R callHost(Supplier<R> work);

    /**
     * Runs the action once the transaction is committed, the host's where it was joined; never when it is rolled back.
     * An action that throws is logged: by then nothing can be undone, and the others run.
     */
    void afterCommit(Runnable action);
}
