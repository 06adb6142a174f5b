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

/** The ledger of rows that came from a former system, in a transaction. */
public interface LegacyLinkStore {

    /** {@return true when the host keeps the ledger; an import needs it} */
    boolean isMapped();

    /**
     * {@return the entries under these keys, by key; keys that are not there are left out} One statement.
     *
     * @param linkKeys digests of system, entity and legacy id
     */
    Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys);

    /**
     * Adds an entry; one that is there already ends the work with {@link KeyTakenException}.
     *
     * @param linkKey digest of system, entity and legacy id
     * @param origin where the row comes from
     * @param localRef textual key of the row here; null when the source row was left out on purpose
     * @param now the time of the flow
     */
    void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now);

    /**
     * Enters that a merge ended an account, so that what an import brings for it later goes to the one that stays. The
     * entries of its old rows go on naming the account that ended: the rows are closed over there, and are no second
     * rows of the one that stays. Nothing is entered where the host keeps no ledger. Runs with both accounts held.
     *
     * @param from the account that ended
     * @param into the account that stays
     * @param now the time of the flow
     */
    default void enterMerge(UserId from, UserId into, Instant now) {
        if (!isMapped()) {
            return;
        }
        int number = 0;
        String key = MergeEntries.key(from.toString(), number);
        while (!byKeys(List.of(key)).isEmpty()) { // it was restored since, or is restored now
            number++;
            key = MergeEntries.key(from.toString(), number);
        }
        insert(key, MergeEntries.origin(from), into.toString(), now);
    }

    /**
     * Enters that an account is restored which a merge had ended: what an import brings for it later is its own again,
     * also when it ends once more. Nothing is entered for one that was not merged.
     *
     * @param restored the account
     * @param now the time of the flow
     */
    default void enterRestored(UserId restored, Instant now) {
        if (isMapped() && !mergedInto(List.of(restored.toString())).isEmpty()) {
            enterMerge(restored, restored, now);
        }
    }

    /**
     * {@return the textual keys of the accounts into which these accounts were last merged, by the given key; without
     * accounts that were never merged, or were restored since} The returned account may itself be deleted.
     *
     * @param localRefs textual keys of users
     */
    default Map<String, String> mergedInto(Collection<String> localRefs) {
        Map<String, String> into = new HashMap<>();
        Set<String> left = new HashSet<>(localRefs);
        for (int number = 0; !left.isEmpty(); number++) {
            Map<String, LegacyLinkInfo> found = byKeys(MergeEntries.keys(left, number));
            int at = number;
            left.removeIf(ref -> {
                LegacyLinkInfo entry = found.get(MergeEntries.key(ref, at));
                if (entry != null && entry.localRef() != null) {
                    into.put(ref, entry.localRef().stripTrailing());
                }
                return entry == null;
            });
        }
        into.entrySet().removeIf(one -> one.getValue().equals(one.getKey()));
        return into;
    }

    /**
     * An entry of the ledger.
     *
     * @param origin where the row comes from
     * @param localRef textual key of the row here; null when the source row was left out on purpose
     * @param localModifiedAt the row's own time of change as the import wrote it; null where that was not noted
     */
    record LegacyLinkInfo(
            LegacyOrigin origin,
            @Nullable String localRef,
            @Nullable Instant localModifiedAt) {

        /**
         * An entry without the time of change.
         *
         * @param origin where the row comes from
         * @param localRef textual key of the row here; null when the source row was left out on purpose
         */
        public LegacyLinkInfo(LegacyOrigin origin, @Nullable String localRef) {
            this(origin, localRef, null);
        }
    }
}
