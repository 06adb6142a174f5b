package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.draft.FactorDraft;
import dev.lockstile.auth.imports.draft.ImportedFactor;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is here of the second factors of people who came earlier; nothing is read of anybody whom the old system asks for none.
 *
 * @param users by the ledger key of the person
 * @param totps the application that counts, by the ledger key of the person
 */
public record FactorsHere(Map<String, StoredUser> users, Map<String, TotpState> totps) {

    static FactorsHere look(
            AuthTx tx,
            AuthStore store,
            Ledger ledger,
            Map<String, LegacyLinkInfo> entries,
            Iterable<PersonDraft> people) {
        FactorsHere found = new FactorsHere(new HashMap<>(), new HashMap<>());
        for (PersonDraft person : people) {
            String key = ledger.key(person.user().origin());
            LegacyLinkInfo entry = entries.get(key);
            if (entry != null && person.hasSecondFactor()) {
                store.userId(String.valueOf(entry.localRef())).ifPresent(user -> found.read(tx, key, user));
            }
        }
        return found;
    }

    private void read(AuthTx tx, String key, UserId user) {
        tx.users().byId(user).ifPresent(stored -> users.put(key, stored));
        tx.factors().totps().confirmed(user).ifPresent(totp -> totps.put(key, totp));
    }

    /** True where a factor may be added: the account has none, and nobody has signed in here since it came. */
    public boolean isFree(String personKey, PersonDraft person) {
        StoredUser user = users.get(personKey);
        if (user == null || user.hasSecondFactor()) {
            return false;
        }
        Instant here = user.info().dates().lastLoginAt();
        Instant there = person.user().dates().lastLoginAt();
        return here == null || there != null && !here.isAfter(there);
    }

    /** True when the old system has accepted a later code of an application that came from there. */
    public boolean isBehind(String personKey, String factorKey, FactorDraft draft) {
        return draft.factor() instanceof ImportedFactor.Totp totp
                && Optional.ofNullable(totps.get(personKey))
                        .filter(state -> state.enrolmentId().equals(factorKey))
                        .filter(state -> state.lastStep() < totp.lastStep())
                        .isPresent();
    }
}
