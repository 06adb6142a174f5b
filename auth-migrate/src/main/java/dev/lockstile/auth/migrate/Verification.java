package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.Precedence;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.mapping.PersonBuilder;
import dev.lockstile.auth.migrate.preset.PeopleTable;
import dev.lockstile.auth.migrate.preset.PersonSource;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the people of a source with what came of them here: reads both sides anew, field by field. Writes nothing.
 * Counted are {@code compared}, {@code not_here} (skipped or in quarantine), {@code gone_here} (deleted here, or deleted
 * already in the old system), {@code changed_at_source} since the copy, {@code used_here} (who has signed in or changed
 * something since and is compared no further), {@code equal}, and {@code differs:<field>}. The two checksums cover every
 * field compared, and are the same number when nothing differs.
 */
public final class Verification {

    private final ImportTarget target;
    private final ImportOptions options;
    private final boolean onOldTables;
    private final Map<String, Long> counts = new TreeMap<>();

    public Verification(ImportTarget target, ImportOptions options) {
        this(target, options, false);
    }

    private Verification(ImportTarget target, ImportOptions options, boolean onOldTables) {
        this.target = target;
        this.options = options;
        this.onOldTables = onOldTables;
    }

    /** For an import in place: names, addresses and numbers are the old columns themselves, in whatever form. */
    public Verification inPlace() {
        return new Verification(target, options, true);
    }

    /** Compares all of it; the counts by name. */
    public Map<String, Long> run(Source source, Preset preset) {
        counts.clear();
        List.of("compared", "equal", "not_here", "checksum_there", "checksum_here")
                .forEach(name -> count(name, 0));
        Instant now = target.clock().instant();
        PersonSource people =
                preset.open(source, new PersonBuilder.Reading(target.rules(), options.defaultRegion(), now));
        String system = options.system() == null ? preset.name() : options.system();
        people.tables().forEach(table -> compare(table, people, new Ledger(system, ""), now));
        return Map.copyOf(counts);
    }

    /** True when nothing that should be equal differs. */
    public static boolean isClean(Map<String, Long> counts) {
        return counts.keySet().stream().noneMatch(name -> name.startsWith("differs:"));
    }

    private void compare(PeopleTable table, PersonSource people, Ledger ledger, Instant readAt) {
        boolean profilesThere = people.belongings().contains(Entity.PROFILES);
        @Nullable Object after = null;
        List<UserDraft> page;
        do {
            page = table.users(after, options.batchSize());
            if (!page.isEmpty()) {
                List<PersonDraft> persons = table.persons(page);
                OldPasswords passwords = new OldPasswords(target.formats(), people.passwordHints());
                Page read = new Page(persons, ledger, passwords, profilesThere, readAt);
                target.store().read(tx -> {
                    compare(tx, read);
                    return true;
                });
                after = page.get(page.size() - 1).origin().key();
            }
        } while (page.size() == options.batchSize());
    }

    private record Page(
            List<PersonDraft> people, Ledger ledger, OldPasswords passwords, boolean profilesThere, Instant readAt) {

        String key(Origin origin) {
            return ledger.key(origin);
        }

        List<String> keys() {
            return people.stream()
                    .flatMap(person -> Stream.concat(Stream.of(person.user()), person.profiles().stream()))
                    .map(row -> key(row instanceof UserDraft user ? user.origin() : ((ProfileDraft) row).origin()))
                    .toList();
        }
    }

    private void compare(AuthTx tx, Page page) {
        Map<String, LegacyEntry> entries = tx.legacy().byKeys(page.keys());
        for (PersonDraft person : page.people()) {
            Origin origin = person.user().origin();
            LegacyEntry entry = entries.get(page.key(origin));
            count("compared", 1);
            if (entry == null || entry.localRef() == null) {
                count("not_here", 1);
            } else if (!sameSource(entry, origin)) {
                count("changed_at_source", 1);
            } else {
                compare(find(tx, entry), person, page, entries);
            }
        }
    }

    private static boolean sameSource(LegacyEntry entry, Origin origin) {
        return entry.origin().fingerprint().equals(origin.fingerprint());
    }

    private Optional<StoredUser> find(AuthTx tx, LegacyEntry entry) {
        return target.store().userId(String.valueOf(entry.localRef())).flatMap(tx.users()::byId);
    }

    private void compare(Optional<StoredUser> found, PersonDraft person, Page page, Map<String, LegacyEntry> entries) {
        UserDraft user = person.user();
        if (found.isEmpty()) {
            count("gone_here", 1);
            return;
        }
        StoredUser here = found.get();
        if (user.trust().precedence() != Precedence.MAIN) {
            count("equal", 1); // a second row of a person: what it filled in is the main row's now
            return;
        }
        Instant seen = here.info().dates().lastLoginAt();
        if (!same(seen, user.dates().lastLoginAt()) || here.passwordChangedAt() != null) {
            count("used_here", 1);
            return;
        }
        Comparison comparison = new Comparison(user, page.readAt());
        comparison.user(user, here);
        comparison.password(page.passwords().of(user), here);
        if (!onOldTables) {
            comparison.identifiers(user, here);
        }
        if (!page.profilesThere() && !onOldTables) {
            comparison.firstProfile(person, here);
        }
        person.profiles()
                .forEach(profile -> profile(profile, here, entries.get(page.key(profile.origin())), comparison));
        count(comparison);
    }

    /** A profile that was removed here, or changed there, is not compared. */
    private void profile(ProfileDraft old, StoredUser here, @Nullable LegacyEntry entry, Comparison comparison) {
        if (entry == null || !sameSource(entry, old.origin())) {
            return;
        }
        here.profiles().stream()
                .filter(now -> now.id().toString().equals(entry.localRef()))
                .findFirst()
                .ifPresent(now -> {
                    count("compared_profiles", 1);
                    comparison.profile(old, now);
                });
    }

    private void count(Comparison comparison) {
        comparison.differing().forEach(field -> count("differs:" + field, 1));
        count("checksum_there", comparison.checksumThere());
        count("checksum_here", comparison.checksumHere());
        if (comparison.differing().isEmpty()) {
            count("equal", 1);
        }
    }

    private static boolean same(@Nullable Instant one, @Nullable Instant other) {
        return Objects.equals(
                one == null ? null : one.truncatedTo(ChronoUnit.MICROS),
                other == null ? null : other.truncatedTo(ChronoUnit.MICROS));
    }

    private void count(String name, long rows) {
        counts.merge(name, rows, Long::sum);
    }
}
