package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger of imported rows, read and written in the transaction of an {@link AuthTx}. */
public interface LegacyLinkStore {

    /** {@return true when the store has a table for the ledger, which every import needs} */
    boolean isMapped();

    /**
     * {@return the entries with these keys, by key; keys without an entry are left out} Runs one statement for a small
     * number of keys.
     *
     * @param linkKeys digests of system, entity and legacy id
     */
    Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys);

    /**
     * Adds an entry. A key that exists already makes the enclosing work fail with {@link KeyTakenException}.
     *
     * @param linkKey digest of system, entity and legacy id
     * @param origin the source row and the run that read it
     * @param localRef key of the row in this database, as text; null when the import left the source row out on purpose
     * @param now the time at which the flow began
     */
    void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now);

    /**
     * Notes that an account was merged into another, so that later imports write to the remaining account. Entries of
     * the ended account's source rows still name that account, so that these rows do not count as second rows of the
     * remaining one. Does nothing when the store has no table for the ledger. The caller must hold a lock on the rows
     * of both users.
     *
     * @param from the account that ended
     * @param into the account that remains
     * @param now the time at which the flow began
     */
    default void enterMerge(UserId from, UserId into, Instant now) {
        if (!isMapped()) {
            return;
        }
        int number = 0;
        String key = MergeEntries.key(from.toString(), number);
        while (!byKeys(List.of(key)).isEmpty()) { // an account can be merged again after it was restored
            number++;
            key = MergeEntries.key(from.toString(), number);
        }
        insert(key, MergeEntries.origin(from), into.toString(), now);
    }

    /**
     * Notes that a merged account was restored, so that later imports write to it again, even after it is deleted once
     * more. Does nothing for an account that was not merged.
     *
     * @param restored the account
     * @param now the time at which the flow began
     */
    default void enterRestored(UserId restored, Instant now) {
        if (isMapped() && !mergedInto(List.of(restored.toString())).isEmpty()) {
            enterMerge(restored, restored, now);
        }
    }

    /**
     * {@return for each merged account the account into which it was last merged, both as text; accounts that were
     * never merged, or were restored since, are left out} The account merged into may itself be deleted.
     *
     * @param localRefs keys of users, as text
     */
    default Map<String, String> mergedInto(Collection<String> localRefs) {
        Map<String, String> into = new HashMap<>();
        Set<String> pending = new HashSet<>(localRefs);
        for (int number = 0; !pending.isEmpty(); number++) {
            Map<String, LegacyLinkInfo> found = byKeys(MergeEntries.keys(pending, number));
            int merge = number;
            pending.removeIf(ref -> {
                LegacyLinkInfo entry = found.get(MergeEntries.key(ref, merge));
                if (entry != null && entry.localRef() != null) {
                    into.put(ref, entry.localRef().stripTrailing());
                }
                return entry == null;
            });
        }
        into.entrySet().removeIf(merged -> merged.getValue().equals(merged.getKey()));
        return into;
    }

    /**
     * An entry of the ledger.
     *
     * @param origin the source row and the run that read it
     * @param localRef key of the row in this database, as text; null when the import left the source row out on purpose
     * @param localModifiedAt {@code modified_at} of the row in this database as the import wrote it; null when it was
     *     not noted
     */
    record LegacyLinkInfo(
            LegacyOrigin origin,
            @Nullable String localRef,
            @Nullable Instant localModifiedAt) {

        /**
         * Creates an entry without a noted {@code modified_at}.
         *
         * @param origin the source row and the run that read it
         * @param localRef key of the row in this database, as text; null when the import left the source row out on
         *     purpose
         */
        public LegacyLinkInfo(LegacyOrigin origin, @Nullable String localRef) {
            this(origin, localRef, null);
        }
    }
}
