package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Sha256;
import java.util.Collection;
import java.util.List;

/** How merges stand in the ledger: the account that ended in place of an old row, one entry for each of its merges. */
final class MergeEntries {

    private static final String ENTITY = "merged_accounts";
    private static final String RUN = "merge";

    private MergeEntries() {}

    static LegacyOrigin origin(UserId from) {
        return new LegacyOrigin(LegacyOrigin.OWN_SYSTEM, ENTITY, from.toString(), RUN, RUN);
    }

    static String key(String from, int number) {
        return Sha256.textOf(LegacyOrigin.OWN_SYSTEM + '|' + ENTITY + '|' + from + '|' + number);
    }

    static List<String> keys(Collection<String> from, int number) {
        return from.stream().map(ref -> key(ref, number)).toList();
    }
}
