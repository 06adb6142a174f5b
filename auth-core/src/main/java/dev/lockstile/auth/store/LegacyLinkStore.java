package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a former system, in a transaction. */
public interface LegacyLinkStore {

    /** True when the host keeps the ledger; an import needs it. */
    boolean isKept();

    /** The entries under these keys, by key; keys that are not there are left out. One statement. */
    Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys);

    /** Adds an entry; one that is there already ends the work with {@link KeyTakenException}. */
    void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now);
}
