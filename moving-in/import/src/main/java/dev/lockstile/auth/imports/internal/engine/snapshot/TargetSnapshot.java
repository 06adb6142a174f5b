package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of the target for one batch.
 *
 * @param question what was read
 * @param entries ledger entries by key
 * @param taken keys of wanted identifiers that users of the target own
 * @param takenIds source ids of new people that an account of the target has as its key
 * @param secondRows ledger keys of user rows that were merged earlier into an account of another row
 * @param mains the accounts that rows of this batch are merged into, by the identifier that leads to them
 * @param kept the tables that the host has for owned rows
 * @param written rows of the target that an update may change
 * @param factors second factors of people imported earlier
 */
public record TargetSnapshot(
        Question question,
        Map<String, LegacyLinkInfo> entries,
        Set<String> taken,
        Set<String> takenIds,
        Set<String> secondRows,
        Map<String, MainAccount> mains,
        StoredTables kept,
        WrittenRows written,
        TargetFactors factors) {

    /** The tables that the host has for owned rows. */
    public record StoredTables(
            boolean devices, boolean socials, boolean totps, boolean passkeys, boolean recoveryCodes) {

        private static StoredTables of(AuthTx tx) {
            return new StoredTables(
                    tx.devices().isMapped(),
                    ImportTx.in(tx).inserts().keepsSocials(),
                    tx.factors().totps().isMapped(),
                    tx.factors().passkeys().isMapped(),
                    tx.factors().recoveryCodes().isMapped());
        }
    }

    /**
     * What a snapshot reads.
     *
     * @param ledger of the import
     * @param secondRowRules which rows are merged into which accounts
     * @param keyReader the store that parses keys
     * @param changedRows the store that has the rows; null when rows that have changed in the source are not updated
     * @param everyName true to look up every identifier, not only those that no unique key protects
     * @param ids source ids that become keys of the target
     */
    public record Question(
            Ledger ledger,
            SecondRowRules secondRowRules,
            AuthStore keyReader,
            @Nullable AuthStore changedRows,
            boolean everyName,
            KeptIds ids) {}

    public Ledger ledger() {
        return question.ledger();
    }

    /** Returns true when rows that have changed in the source may be updated. */
    public boolean looksForChanges() {
        return question.changedRows() != null;
    }

    /**
     * Reads the target.
     *
     * @throws Ledger.MissingException when the host has no ledger
     */
    public static TargetSnapshot look(AuthTx tx, Question question, List<PersonDraft> people) {
        if (!tx.legacy().isMapped()) {
            throw new Ledger.MissingException();
        }
        Ledger ledger = question.ledger();
        Map<String, LegacyLinkInfo> entries = tx.legacy().byKeys(keys(ledger, people));
        Set<String> taken = new HashSet<>();
        Map<String, MainAccount> mains = new HashMap<>();
        AuthStore store = question.changedRows();
        WrittenRows written = store == null
                ? WrittenRows.NOTHING
                : WrittenRows.look(tx, new WrittenRows.Lookup(store, ledger, entries), people);
        for (PersonDraft person : people) {
            if (written.users().containsKey(person.user().origin().keyIn(ledger))) {
                addTaken(tx, person, question.everyName(), taken);
                written.removeOwn(person.user().origin().keyIn(ledger), taken);
            } else if (!entries.containsKey(person.user().origin().keyIn(ledger))) {
                addTaken(tx, person, question.everyName(), taken);
            }
            question.secondRowRules()
                    .target(person.user())
                    .flatMap(target -> MainAccount.look(tx, question, target))
                    .ifPresent(main -> mains.put(main.target().key(), main));
        }
        TargetFactors factors = TargetFactors.look(tx, question.keyReader(), ledger, entries, people);
        return new TargetSnapshot(
                question,
                entries,
                taken,
                question.ids().taken(tx, newIds(people, ledger, entries)),
                new TargetSecondRows(question, entries).look(tx, people),
                mains,
                StoredTables.of(tx),
                written,
                factors);
    }

    /** Returns the source ids of people who are not imported yet. */
    private static List<String> newIds(List<PersonDraft> people, Ledger ledger, Map<String, LegacyLinkInfo> entries) {
        return people.stream()
                .map(person -> person.user().origin())
                .filter(origin -> !entries.containsKey(origin.keyIn(ledger)))
                .map(Origin::legacyId)
                .toList();
    }

    public Optional<LegacyLinkInfo> entry(Origin origin) {
        return Optional.ofNullable(entries.get(origin.keyIn(ledger())));
    }

    /** Returns true for a row that was merged earlier into an account of another row. */
    public boolean isSecondRow(Origin user) {
        return secondRows.contains(user.keyIn(ledger()));
    }

    /** Returns true for a user imported earlier whose source row has changed and whose account may be updated. */
    boolean isChanged(Origin user) {
        return written.users().containsKey(user.keyIn(ledger()));
    }

    /** Returns the origin of the lock of an account whose second factors could not be imported. */
    public static Origin lockOf(Origin user) {
        String name = user.entity().text() + ':' + user.legacyId();
        String id = name.length() > Ledger.MAX_LEGACY_ID ? ShortDigest.text(name) : name;
        return new Origin(Entity.FACTOR_LOCKS, id, "");
    }

    private static List<String> keys(Ledger ledger, List<PersonDraft> people) {
        List<String> keys = new ArrayList<>();
        for (PersonDraft person : people) {
            keys.add(person.user().origin().keyIn(ledger));
            for (OwnedRow row : person.ownedRows()) {
                keys.add(row.origin().keyIn(ledger));
            }
            if (!person.factors().isEmpty()) {
                keys.add(lockOf(person.user().origin()).keyIn(ledger));
            }
        }
        return keys;
    }

    /** @param everyName true to look up every identifier of the person */
    public static void addTaken(AuthTx tx, PersonDraft person, boolean everyName, Set<String> taken) {
        for (WantedIdentifier wanted : person.user().identifiers()) {
            if (everyName && wanted.isSignInName()) {
                addIfOwned(tx, wanted.identifier().kind(), wanted.identifier().key(), taken);
            }
            if (wanted.unlessEmailKey() != null) {
                addIfOwned(tx, IdentifierKind.EMAIL, wanted.unlessEmailKey(), taken);
            }
        }
    }

    private static void addIfOwned(AuthTx tx, IdentifierKind kind, String key, Set<String> taken) {
        if (tx.users().byKey(kind, key).isPresent()) {
            taken.add(key);
        }
    }
}
