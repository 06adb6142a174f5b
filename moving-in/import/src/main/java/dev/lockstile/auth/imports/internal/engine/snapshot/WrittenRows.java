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
 * The rows here of a batch's people of whom a row has changed in the old system since it came: as they are, if no
 * client has touched them. Where nothing has changed, nothing is read.
 *
 * @param users by ledger key
 * @param profiles by ledger key
 * @param added entries of profiles that stand for no old row, by ledger key
 * @param updated ledger keys of rows that this very run has written anew before it was broken off
 */
public record WrittenRows(
        Map<String, NewUser> users,
        Map<String, NewProfile> profiles,
        Map<String, LegacyLinkInfo> added,
        Set<String> updated) {

    static final WrittenRows NOTHING = new WrittenRows(Map.of(), Map.of(), Map.of(), Set.of());

    /** What is looked into. */
    record Shelf(AuthStore store, Ledger ledger, Map<String, LegacyLinkInfo> entries) {

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

    /** Looks. */
    static WrittenRows look(AuthTx tx, Shelf shelf, List<PersonDraft> people) {
        if (shelf.entries().isEmpty()) {
            return NOTHING;
        }
        Set<String> updated = new HashSet<>();
        ImportTx.in(tx)
                .beforeImages()
                .kept(shelf.ledger().runId(), shelf.entries().keySet())
                .stream()
                .filter(image -> !image.row().isEmpty() && !InPlaceImages.isIn(image))
                .map(BeforeImage::linkKey)
                .forEach(updated::add);
        List<PersonDraft> changed = people.stream().filter(shelf::isChanged).toList();
        if (changed.isEmpty()) {
            return new WrittenRows(Map.of(), Map.of(), Map.of(), updated);
        }
        Map<String, LegacyLinkInfo> added = tx.legacy().byKeys(addedKeys(shelf.ledger(), changed));
        WrittenRows written = new WrittenRows(new HashMap<>(), new HashMap<>(), added, updated);
        changed.forEach(person -> written.read(tx, shelf, person));
        return written;
    }

    /** The key of the profile a person got who had none. */
    public static String addedKey(Ledger ledger, Origin user) {
        return BatchRows.added(user).keyIn(ledger);
    }

    private static List<String> addedKeys(Ledger ledger, List<PersonDraft> changed) {
        return changed.stream()
                .map(person -> addedKey(ledger, person.user().origin()))
                .toList();
    }

    private void read(AuthTx tx, Shelf shelf, PersonDraft person) {
        List<Origin> profiles = new ArrayList<>();
        person.profiles().forEach(profile -> profiles.add(profile.origin()));
        profiles.forEach(origin ->
                shelf.entry(origin).ifPresent(entry -> profile(tx, shelf, key(shelf, origin), entry)));
        String addedKey = addedKey(shelf.ledger(), person.user().origin());
        LegacyLinkInfo addedEntry = added.get(addedKey);
        if (addedEntry != null) {
            profile(tx, shelf, addedKey, addedEntry);
        }
        Origin user = person.user().origin();
        shelf.entry(user).ifPresent(entry -> user(tx, shelf, key(shelf, user), entry));
    }

    private static String key(Shelf shelf, Origin origin) {
        return origin.keyIn(shelf.ledger());
    }

    private void user(AuthTx tx, Shelf shelf, String key, LegacyLinkInfo entry) {
        Optional<Instant> writtenAt = Optional.ofNullable(entry.localModifiedAt());
        shelf.store()
                .userId(String.valueOf(entry.localRef()))
                .flatMap(id -> writtenAt.flatMap(at -> ImportTx.in(tx).written().untouched(id, at)))
                .ifPresent(row -> users.put(key, row));
    }

    private void profile(AuthTx tx, Shelf shelf, String key, LegacyLinkInfo entry) {
        Optional<Instant> writtenAt = Optional.ofNullable(entry.localModifiedAt());
        shelf.store()
                .profileId(String.valueOf(entry.localRef()))
                .flatMap(id -> writtenAt.flatMap(at -> ImportTx.in(tx).written().untouched(id, at)))
                .ifPresent(row -> profiles.put(key, row));
    }

    /** True for a row untouched here. */
    public boolean holds(String linkKey) {
        return users.containsKey(linkKey) || profiles.containsKey(linkKey);
    }

    /** No person loses an identifier to the own account. */
    void own(String linkKey, Set<String> taken) {
        NewUser row = users.get(linkKey);
        if (row != null) {
            row.claims().stream()
                    .filter(IdentifierAssignment::owned)
                    .forEach(claim -> taken.remove(claim.identifier().key()));
        }
    }

    /** True for kinds of rows that can be written anew. */
    public static boolean knows(Entity entity) {
        return entity.person() || entity.equals(Entity.PROFILES) || entity.equals(Entity.ADDED_PROFILES);
    }
}
