package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.engine.write.BatchRows;
import dev.lockstile.auth.imports.internal.engine.write.InPlaceImages;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of the target that an update may change: a source row of the person has changed since its import, and the
 * target's row has not. Rows are read only of people with a changed source row.
 *
 * @param users by ledger key
 * @param profiles by ledger key
 * @param added entries of profiles that the import created without a source row, by ledger key
 * @param updated ledger keys of rows that this run updated before it was interrupted
 */
public record WrittenRows(
        Map<String, NewUser> users,
        Map<String, NewProfile> profiles,
        Map<String, LegacyLinkInfo> added,
        Set<String> updated) {

    static final WrittenRows NOTHING = new WrittenRows(Map.of(), Map.of(), Map.of(), Set.of());

    /** The store and the ledger entries of a batch. */
    record Lookup(AuthStore store, Ledger ledger, Map<String, LegacyLinkInfo> entries) {

        Optional<LegacyLinkInfo> entry(Origin origin) {
            return Optional.ofNullable(entries.get(origin.keyIn(ledger)));
        }

        boolean isChanged(Origin origin) {
            return entry(origin)
                    .filter(found -> !found.origin().fingerprint().equals(origin.fingerprint()))
                    .isPresent();
        }

        boolean isChanged(PersonDraft person) {
            return isChanged(person.user().origin())
                    || person.profiles().stream().map(ProfileDraft::origin).anyMatch(this::isChanged);
        }
    }

    /** Reads the rows. */
    static WrittenRows look(AuthTx tx, Lookup lookup, List<PersonDraft> people) {
        if (lookup.entries().isEmpty()) {
            return NOTHING;
        }
        Set<String> updated = new HashSet<>();
        ImportTx.in(tx)
                .beforeImages()
                .kept(lookup.ledger().runId(), lookup.entries().keySet())
                .stream()
                .filter(image -> !image.row().isEmpty() && !InPlaceImages.isIn(image))
                .map(BeforeImage::linkKey)
                .forEach(updated::add);
        List<PersonDraft> changed = people.stream().filter(lookup::isChanged).toList();
        if (changed.isEmpty()) {
            return new WrittenRows(Map.of(), Map.of(), Map.of(), updated);
        }
        Map<String, LegacyLinkInfo> added = tx.legacy().byKeys(addedKeys(lookup.ledger(), changed));
        WrittenRows written = new WrittenRows(new HashMap<>(), new HashMap<>(), added, updated);
        changed.forEach(person -> written.read(tx, lookup, person));
        return written;
    }

    /** Returns the ledger key of the profile that the import created for a person without one. */
    public static String addedKey(Ledger ledger, Origin user) {
        return BatchRows.added(user).keyIn(ledger);
    }

    private static List<String> addedKeys(Ledger ledger, List<PersonDraft> changed) {
        return changed.stream()
                .map(person -> addedKey(ledger, person.user().origin()))
                .toList();
    }

    private void read(AuthTx tx, Lookup lookup, PersonDraft person) {
        List<Origin> profiles = new ArrayList<>();
        person.profiles().forEach(profile -> profiles.add(profile.origin()));
        profiles.forEach(origin ->
                lookup.entry(origin).ifPresent(entry -> profile(tx, lookup, key(lookup, origin), entry)));
        String addedKey = addedKey(lookup.ledger(), person.user().origin());
        LegacyLinkInfo addedEntry = added.get(addedKey);
        if (addedEntry != null) {
            profile(tx, lookup, addedKey, addedEntry);
        }
        Origin user = person.user().origin();
        lookup.entry(user).ifPresent(entry -> user(tx, lookup, key(lookup, user), entry));
    }

    private static String key(Lookup lookup, Origin origin) {
        return origin.keyIn(lookup.ledger());
    }

    private void user(AuthTx tx, Lookup lookup, String key, LegacyLinkInfo entry) {
        Optional<Instant> writtenAt = Optional.ofNullable(entry.localModifiedAt());
        lookup.store()
                .userId(String.valueOf(entry.localRef()))
                .flatMap(id -> writtenAt.flatMap(at -> ImportTx.in(tx).written().untouched(id, at)))
                .ifPresent(row -> users.put(key, row));
    }

    private void profile(AuthTx tx, Lookup lookup, String key, LegacyLinkInfo entry) {
        Optional<Instant> writtenAt = Optional.ofNullable(entry.localModifiedAt());
        lookup.store()
                .profileId(String.valueOf(entry.localRef()))
                .flatMap(id -> writtenAt.flatMap(at -> ImportTx.in(tx).written().untouched(id, at)))
                .ifPresent(row -> profiles.put(key, row));
    }

    /** Returns true for a row that was not changed in the target. */
    public boolean holds(String linkKey) {
        return users.containsKey(linkKey) || profiles.containsKey(linkKey);
    }

    /** Removes the identifiers that the account itself owns from the taken ones. */
    void removeOwn(String linkKey, Set<String> taken) {
        NewUser row = users.get(linkKey);
        if (row != null) {
            row.claims().stream()
                    .filter(IdentifierAssignment::owned)
                    .forEach(claim -> taken.remove(claim.identifier().key()));
        }
    }

    /** Returns true for kinds of rows that can be updated. */
    public static boolean knows(Entity entity) {
        return entity.person() || entity.equals(Entity.PROFILES) || entity.equals(Entity.ADDED_PROFILES);
    }
}
