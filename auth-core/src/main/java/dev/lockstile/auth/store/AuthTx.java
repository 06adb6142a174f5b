package dev.lockstile.auth.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction: the only way to the data. Not to be kept beyond the work it was handed to. */
public interface AuthTx {

    UserStore users();

    ProfileStore profiles();

    DeviceStore devices();

    CodeStore codes();

    SessionStore sessions();

    OutboxStore outbox();

    MessageLogStore messageLogs();

    ThrottleStore throttles();

    FactorStore factors();

    SocialStore socials();

    LegacyLinkStore legacy();

    UpkeepStore upkeep();

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
