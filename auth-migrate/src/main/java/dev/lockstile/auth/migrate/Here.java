package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Belonging;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.WantedIdentifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is here already of a batch.
 *
 * @param entries ledger entries by key
 * @param taken keys of wanted identifiers that belong to users here
 * @param question what was looked for
 * @param takenIds old ids of newcomers that somebody here has as a key
 * @param mains the accounts rows of this batch are merged into, by the identifier they are found by
 */
record Here(
        Question question,
        Map<String, LegacyEntry> entries,
        Set<String> taken,
        Set<String> takenIds,
        Map<String, MainAccount> mains,
        Kept kept,
        Written written) {

    /** Which belongings the host keeps. */
    record Kept(boolean devices, boolean socials) {}

    /**
     * What is looked for.
     *
     * @param store null when rows that have changed at the source are left alone anyway
     * @param everyName ask for every identifier, not only where no unique key would tell
     * @param ids old ids that are to be keys here
     */
    record Question(
            Ledger ledger, Merging merging, @Nullable AuthStore store, boolean everyName, KeptIds ids) {}

    Ledger ledger() {
        return question.ledger();
    }

    /** True when rows that have changed at the source may be written anew. */
    boolean looksForChanges() {
        return question.store() != null;
    }

    /** Looks. */
    static Here look(AuthTx tx, Question question, List<PersonDraft> people) {
        if (!tx.legacy().isKept()) {
            throw new LedgerMissingException();
        }
        Ledger ledger = question.ledger();
        Map<String, LegacyEntry> entries = tx.legacy().byKeys(keys(ledger, people));
        Set<String> taken = new HashSet<>();
        Map<String, MainAccount> mains = new HashMap<>();
        AuthStore store = question.store();
        Written written =
                store == null ? Written.NOTHING : Written.look(tx, new Written.Shelf(store, ledger, entries), people);
        for (PersonDraft person : people) {
            if (written.users().containsKey(ledger.key(person.user().origin()))) {
                addTaken(tx, person, question.everyName(), taken);
                written.own(ledger.key(person.user().origin()), taken);
            } else if (!entries.containsKey(ledger.key(person.user().origin()))) {
                addTaken(tx, person, question.everyName(), taken);
            }
            question.merging()
                    .target(person.user())
                    .flatMap(target -> MainAccount.look(tx, question, target))
                    .ifPresent(main -> mains.put(main.target().key(), main));
        }
        List<String> newIds = people.stream()
                .map(person -> person.user().origin())
                .filter(origin -> !entries.containsKey(ledger.key(origin)))
                .map(Origin::legacyId)
                .toList();
        Kept kept = new Kept(tx.devices().isKept(), tx.socials().isKept());
        return new Here(question, entries, taken, question.ids().taken(tx, newIds), mains, kept, written);
    }

    Optional<LegacyEntry> entry(Origin origin) {
        return Optional.ofNullable(entries.get(ledger().key(origin)));
    }

    /** True for a user who came earlier, has changed in the old system and may be written anew. */
    boolean isChanged(Origin user) {
        return written.users().containsKey(ledger().key(user));
    }

    private static List<String> keys(Ledger ledger, List<PersonDraft> people) {
        List<String> keys = new ArrayList<>();
        for (PersonDraft person : people) {
            keys.add(ledger.key(person.user().origin()));
            for (Belonging belonging : person.belongings()) {
                keys.add(ledger.key(belonging.origin()));
            }
        }
        return keys;
    }

    /** @param everyName ask for every identifier of the person's */
    static void addTaken(AuthTx tx, PersonDraft person, boolean everyName, Set<String> taken) {
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
