package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.Precedence;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.mapping.PersonBuilder;
import dev.lockstile.auth.migrate.preset.PeopleTable;
import dev.lockstile.auth.migrate.preset.PersonSource;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.password.ImportOutcome;
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
import org.jspecify.annotations.Nullable;

/**
 * Compares the people of a source with what came of them here: reads both sides anew, field by field. Writes nothing.
 * Counted are {@code compared}, {@code not_here} (skipped or in quarantine), {@code gone_here} (deleted here, or deleted
 * already in the old system), {@code changed_at_source} since the copy, {@code used_here} (who has signed in or changed
 * something since and is compared no further), {@code equal}, and {@code differs:<field>}.
 */
public final class Verification {

    private final ImportTarget target;
    private final ImportOptions options;
    private final Map<String, Long> counts = new TreeMap<>();

    public Verification(ImportTarget target, ImportOptions options) {
        this.target = target;
        this.options = options;
    }

    /** Compares all of it; the counts by name. */
    public Map<String, Long> run(Source source, Preset preset) {
        counts.clear();
        List.of("compared", "equal", "not_here").forEach(name -> count(name, 0));
        Instant now = target.clock().instant();
        PersonSource people =
                preset.open(source, new PersonBuilder.Reading(target.rules(), options.defaultRegion(), now));
        String system = options.system() == null ? preset.name() : options.system();
        people.tables().forEach(table -> compare(table, people, new Ledger(system, "")));
        return Map.copyOf(counts);
    }

    /** True when nothing that should be equal differs. */
    public static boolean isClean(Map<String, Long> counts) {
        return counts.keySet().stream().noneMatch(name -> name.startsWith("differs:"));
    }

    private void compare(PeopleTable table, PersonSource people, Ledger ledger) {
        @Nullable Object after = null;
        List<UserDraft> page;
        do {
            page = table.users(after, options.batchSize());
            List<UserDraft> users = page;
            if (!users.isEmpty()) {
                OldPasswords passwords = new OldPasswords(target.formats(), people.passwordHints());
                target.store().read(tx -> {
                    compare(tx, users, ledger, passwords);
                    return true;
                });
                after = users.get(users.size() - 1).origin().key();
            }
        } while (page.size() == options.batchSize());
    }

    private void compare(AuthTx tx, List<UserDraft> users, Ledger ledger, OldPasswords passwords) {
        List<String> keys =
                users.stream().map(user -> ledger.key(user.origin())).toList();
        Map<String, LegacyEntry> entries = tx.legacy().byKeys(keys);
        for (UserDraft user : users) {
            LegacyEntry entry = entries.get(ledger.key(user.origin()));
            count("compared", 1);
            if (entry == null || entry.localRef() == null) {
                count("not_here", 1);
            } else if (!sameSource(entry, user.origin())) {
                count("changed_at_source", 1);
            } else {
                compare(find(tx, entry), user, passwords);
            }
        }
    }

    private static boolean sameSource(LegacyEntry entry, Origin origin) {
        return entry.origin().fingerprint().equals(origin.fingerprint());
    }

    private Optional<StoredUser> find(AuthTx tx, LegacyEntry entry) {
        return target.store().userId(String.valueOf(entry.localRef())).flatMap(tx.users()::byId);
    }

    private void compare(Optional<StoredUser> found, UserDraft user, OldPasswords passwords) {
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
        long before = differences();
        differs("is_active", here.info().standing().active() == user.standing().active());
        differs("is_staff", here.info().standing().staff() == user.standing().staff());
        differs(
                "is_superuser",
                here.info().standing().superuser() == user.standing().superuser());
        differs("settings", here.info().settings().equals(user.settings()));
        comparePassword(here, passwords.of(user));
        if (differences() == before) {
            count("equal", 1);
        }
    }

    /** A wrapped hash has a salt of its own, so that only its being there can be compared. */
    private void comparePassword(StoredUser here, ImportOutcome password) {
        boolean kept = password.kind() == ImportOutcome.Kind.WRAPPED
                ? here.passwordHash() != null
                : password.toStore().isEmpty()
                        || here.passwordHash() != null
                                && Objects.equals(
                                        here.passwordHash().reveal(),
                                        password.toStore().get());
        differs("password", kept);
    }

    private static boolean same(@Nullable Instant one, @Nullable Instant other) {
        return Objects.equals(
                one == null ? null : one.truncatedTo(ChronoUnit.MICROS),
                other == null ? null : other.truncatedTo(ChronoUnit.MICROS));
    }

    private void differs(String field, boolean equal) {
        if (!equal) {
            count("differs:" + field, 1);
        }
    }

    private long differences() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("differs:"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void count(String name, long rows) {
        counts.merge(name, rows, Long::sum);
    }
}
