package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Sha256;
import java.util.Collection;
import java.util.List;

/**
 * The ledger entries of merges: in place of a source row they name the account that ended. Each merge of an account has
 * its own entry, numbered from 0.
 */
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
