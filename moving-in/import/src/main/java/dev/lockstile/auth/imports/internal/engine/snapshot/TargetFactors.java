package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.write.UntouchedUser;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The second factors and sign-in state in the target of people imported earlier. Nothing is read of people whom the
 * source system asks for no factor, and who have nothing new there.
 *
 * @param users accounts of people with a factor in the source, by the person's ledger key
 * @param totps their confirmed applications, by the person's ledger key
 * @param untouched accounts not used in the target, of people with new factors or accounts at other sites in the
 *     source, by the person's ledger key
 * @param known keys, as text, of accounts among those with anything new to which a factor was imported earlier, whether
 *     it still exists or not
 */
public record TargetFactors(
        Map<String, StoredUser> users,
        Map<String, TotpState> totps,
        Map<String, UntouchedUser> untouched,
        Set<String> known) {

    static TargetFactors look(
            AuthTx tx,
            AuthStore store,
            Ledger ledger,
            Map<String, LegacyLinkInfo> entries,
            Iterable<PersonDraft> people) {
        TargetFactors found = new TargetFactors(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        List<String> withNewRows = new ArrayList<>();
        for (PersonDraft person : people) {
            String key = person.user().origin().keyIn(ledger);
            LegacyLinkInfo entry = entries.get(key);
            if (entry == null) {
                continue;
            }
            Optional<UserId> user = store.userId(String.valueOf(entry.localRef()));
            if (person.hasSecondFactor()) {
                user.ifPresent(id -> found.read(tx, key, id));
            }
            if (user.isPresent() && hasNewRows(person, ledger, entries)) {
                withNewRows.add(user.get().toString());
                found.readUntouched(tx, key, user.get(), entry);
            }
        }
        found.readKnown(tx, withNewRows);
        return found;
    }

    private static boolean hasNewRows(PersonDraft person, Ledger ledger, Map<String, LegacyLinkInfo> entries) {
        return Stream.<OwnedRow>concat(person.factors().stream(), person.socials().stream())
                .anyMatch(row -> !entries.containsKey(row.origin().keyIn(ledger)));
    }

    private void readUntouched(AuthTx tx, String key, UserId user, LegacyLinkInfo entry) {
        UntouchedUser.look(tx, entry, user).ifPresent(found -> untouched.put(key, found));
    }

    private void readKnown(AuthTx tx, List<String> withNewRows) {
        if (!withNewRows.isEmpty()) {
            ImportTx.in(tx).ledger().naming(withNewRows).stream()
                    .map(KeyedLegacyLink::entry)
                    .filter(entry -> Entity.rows(entry.origin().entity()).isSecondFactor())
                    .forEach(entry -> known.add(String.valueOf(entry.localRef())));
        }
    }

    private void read(AuthTx tx, String key, UserId user) {
        tx.users().byId(user).ifPresent(stored -> users.put(key, stored));
        tx.factors().totps().confirmed(user).ifPresent(totp -> totps.put(key, totp));
    }

    /** Returns true where a factor may be added: the account has and had none, and was not used in the target. */
    public boolean isFree(String personKey) {
        StoredUser user = users.get(personKey);
        return user != null
                && !user.hasSecondFactor()
                && untouched.containsKey(personKey)
                && !known.contains(user.info().id().toString());
    }

    /**
     * Returns true for a person with a factor in the source whose account in the target has a proven address or number.
     */
    public boolean isProven(String personKey) {
        StoredUser user = users.get(personKey);
        return user != null && user.info().identifiers().anyVerified();
    }

    /** Returns true when the source system has accepted a later code of an imported application. */
    public boolean isBehind(String personKey, String factorKey, FactorDraft draft) {
        return draft.factor() instanceof ImportedFactor.Totp totp
                && Optional.ofNullable(totps.get(personKey))
                        .filter(state -> state.enrolmentId().equals(factorKey))
                        .filter(state -> state.lastStep() < totp.lastStep())
                        .isPresent();
    }
}
