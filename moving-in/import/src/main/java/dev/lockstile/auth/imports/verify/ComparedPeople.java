package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.snapshot.WrittenRows;
import dev.lockstile.auth.imports.internal.engine.write.BatchRows;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of the target for a page of people: the ledger entries of their rows, and rows that were not changed in the
 * target, by the text of their keys.
 *
 * @param entries ledger entries by key
 * @param users by key
 * @param profiles by key
 * @param devices by key
 * @param socials by the user to whom they belong
 * @param touched keys of rows that were changed in the target
 * @param defaults the number of default profiles of each user
 * @param factors second factors
 */
record ComparedPeople(
        Map<String, LegacyLinkInfo> entries,
        Map<String, NewUser> users,
        Map<String, NewProfile> profiles,
        Map<String, NewDevice> devices,
        Map<String, List<NewSocial>> socials,
        Map<LinkedTable, Set<String>> touched,
        Map<UserId, Long> defaults,
        StoredFactors factors) {

    /** The store and the ledger of a comparison, and the keys of second factors. */
    record Question(
            AuthStore store,
            Ledger ledger,
            boolean inPlace,
            @Nullable FactorSealing factors) {}

    /** Reads the target, with a few statements for the whole page. */
    static ComparedPeople look(AuthTx tx, Question question, List<PersonDraft> people) {
        Wanted wanted = new Wanted(question, tx.legacy().byKeys(keys(question.ledger(), people)));
        people.forEach(wanted::add);
        Map<String, NewUser> users = ImportTx.in(tx).rows().users(wanted.users);
        if (question.inPlace()) {
            wanted.addRowsInPlace(tx, users);
        }
        Map<String, NewProfile> profiles = ImportTx.in(tx).rows().profiles(wanted.profiles);
        Map<String, NewDevice> devices = ImportTx.in(tx).rows().devices(wanted.devices);
        Map<LinkedTable, Set<String>> touched = new EnumMap<>(LinkedTable.class);
        touched.put(LinkedTable.USER, rest(tx, LinkedTable.USER, wanted, users.keySet()));
        touched.put(LinkedTable.PROFILE, rest(tx, LinkedTable.PROFILE, wanted, profiles.keySet()));
        touched.put(LinkedTable.DEVICE, rest(tx, LinkedTable.DEVICE, wanted, devices.keySet()));
        return new ComparedPeople(
                wanted.entries,
                users,
                profiles,
                devices,
                ImportTx.in(tx).rows().socials(wanted.owners).stream()
                        .collect(Collectors.groupingBy(one -> one.user().toString())),
                touched,
                ImportTx.in(tx).rows().defaultProfiles(wanted.ids),
                StoredFactors.look(tx, question, wanted.entries, people));
    }

    private static Set<String> rest(AuthTx tx, LinkedTable part, Wanted wanted, Set<String> found) {
        List<String> others = wanted.refs.getOrDefault(part, Set.of()).stream()
                .filter(ref -> !found.contains(ref))
                .toList();
        return others.isEmpty()
                ? Set.of()
                : ImportTx.in(tx).ledger().owners(part, others).keySet();
    }

    private static List<String> keys(Ledger ledger, List<PersonDraft> people) {
        List<String> keys = new ArrayList<>();
        for (PersonDraft person : people) {
            keys.add(person.user().origin().keyIn(ledger));
            keys.add(WrittenRows.addedKey(ledger, person.user().origin()));
            person.ownedRows().stream().map(row -> row.origin().keyIn(ledger)).forEach(keys::add);
            keys.add(TargetSnapshot.lockOf(person.user().origin()).keyIn(ledger));
        }
        return keys;
    }

    /** The rows to read, with the time of change that the import wrote. */
    private static final class Wanted {

        private final Question question;
        private final Map<String, LegacyLinkInfo> entries;
        private final Map<String, Instant> users = new HashMap<>();
        private final Set<String> inPlace = new HashSet<>();
        private final Map<LinkedTable, Set<String>> refs = new EnumMap<>(LinkedTable.class);
        private final Map<String, Instant> profiles = new HashMap<>();
        private final Map<String, Instant> devices = new HashMap<>();
        private final Set<UserId> ids = new HashSet<>();
        private final Set<UserId> owners = new HashSet<>();

        Wanted(Question question, Map<String, LegacyLinkInfo> entries) {
            this.question = question;
            this.entries = entries;
        }

        void add(PersonDraft person) {
            Origin origin = person.user().origin();
            LegacyLinkInfo entry = entry(origin);
            String ref = entry == null ? null : entry.localRef();
            if (entry == null || ref == null) {
                return;
            }
            question.store().userId(ref).ifPresent(ids::add);
            boolean isInPlace = question.inPlace() && entry.localModifiedAt() == null && ref.equals(origin.legacyId());
            if (isInPlace) {
                inPlace.add(ref);
            }
            put(LinkedTable.USER, entry, isInPlace ? person.user().times().modifiedAt() : null);
            put(LinkedTable.PROFILE, entry(BatchRows.added(origin)), null);
            for (ProfileDraft profile : person.profiles()) {
                put(LinkedTable.PROFILE, entry(profile.origin()), sourceModifiedAt(profile.times()));
            }
            for (DeviceDraft device : person.devices()) {
                put(LinkedTable.DEVICE, entry(device.origin()), sourceModifiedAt(device.times()));
            }
            for (SocialDraft social : person.socials()) {
                if (entry(social.origin()) != null) {
                    question.store().userId(ref).ifPresent(owners::add);
                }
            }
        }

        private @Nullable LegacyLinkInfo entry(Origin origin) {
            return entries.get(origin.keyIn(question.ledger()));
        }

        /**
         * Returns the time of change in the source, which a row imported in place still has; null in any other import.
         */
        private @Nullable Instant sourceModifiedAt(RowTimes times) {
            return question.inPlace() ? times.modifiedAt() : null;
        }

        private void put(LinkedTable part, @Nullable LegacyLinkInfo entry, @Nullable Instant otherwise) {
            if (entry == null || entry.localRef() == null) {
                return;
            }
            refs.computeIfAbsent(part, any -> new HashSet<>()).add(entry.localRef());
            Instant writtenAt = entry.localModifiedAt() == null ? otherwise : entry.localModifiedAt();
            if (writtenAt != null) {
                rows(part).put(entry.localRef(), writtenAt);
            }
        }

        private Map<String, Instant> rows(LinkedTable part) {
            return switch (part) {
                case USER -> users;
                case PROFILE -> profiles;
                case DEVICE -> devices;
            };
        }

        /**
         * Adds rows imported in place whose table has no time of change. They are compared as they are, unless the
         * password was changed in the target.
         */
        void addRowsInPlace(AuthTx tx, Map<String, NewUser> found) {
            for (String ref : inPlace) {
                if (!found.containsKey(ref)) {
                    question.store()
                            .userId(ref)
                            .flatMap(tx.users()::byId)
                            .filter(user -> user.passwordChangedAt() == null)
                            .ifPresent(user -> found.put(ref, StoredUserRow.of(user)));
                }
            }
        }
    }
}
