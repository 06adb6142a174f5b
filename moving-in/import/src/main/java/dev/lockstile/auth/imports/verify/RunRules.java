package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a run that a comparison needs: when the run began, and which row keeps a shared identifier. For the
 * latter the source is read again, once an identifier without an owner is found.
 */
final class RunRules implements AutoCloseable {

    private final AuthStore store;
    private final Ledger ledger;
    private final PersonSource people;
    private final int batchSize;
    private final DuplicatePolicy policy;
    private final Map<String, Instant> begun = new HashMap<>();
    private final Set<ShortDigest> owned = new HashSet<>();
    private @Nullable IdentifierConflicts conflicts;

    RunRules(AuthStore store, Ledger ledger, PersonSource people, int batchSize, DuplicatePolicy policy) {
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.batchSize = batchSize;
        this.policy = policy;
    }

    /** Returns when a run began; 1970 for one that is not in the journal, such as the import of a single person. */
    Instant begunAt(String runId) {
        return begun.computeIfAbsent(
                runId,
                id -> store.read(tx -> ImportTx.in(tx).runs().run(id))
                        .map(ImportRunRow::startedAt)
                        .orElse(Instant.EPOCH));
    }

    /**
     * Returns true when the rules give the identifier to another row that does not own it, since it is in quarantine or
     * may not own it.
     */
    boolean isKeptForAnother(UserDraft user, WantedIdentifier wanted) {
        if (conflicts == null) {
            conflicts = counted();
        }
        return !conflicts.goesTo(user, wanted)
                && !owned.contains(ShortDigest.of(wanted.identifier().key()));
    }

    private IdentifierConflicts counted() {
        IdentifierConflicts counted = new IdentifierConflicts(policy, people.provesChanges());
        people.tables().forEach(table -> pages(table, page -> page.forEach(counted::enter)));
        counted.count();
        people.tables().forEach(table -> pages(table, page -> imported(page).forEach(user -> addOwned(user, counted))));
        return counted;
    }

    private void addOwned(UserDraft user, IdentifierConflicts counted) {
        ConflictOutcome.of(user, counted, Set.of()).claims().stream()
                .filter(claim ->
                        claim.owned() && counted.isWanted(claim.identifier().key()))
                .forEach(claim -> owned.add(ShortDigest.of(claim.identifier().key())));
    }

    private Stream<UserDraft> imported(List<UserDraft> page) {
        List<String> keys =
                page.stream().map(user -> user.origin().keyIn(ledger)).toList();
        Map<String, LegacyLinkInfo> entries = store.read(tx -> tx.legacy().byKeys(keys));
        return page.stream().filter(user -> {
            LegacyLinkInfo entry = entries.get(user.origin().keyIn(ledger));
            return entry != null && entry.localRef() != null;
        });
    }

    private void pages(PeopleTable table, Consumer<List<UserDraft>> use) {
        @Nullable Object after = null;
        List<UserDraft> page;
        do {
            page = table.users(after, batchSize);
            if (!page.isEmpty()) {
                use.accept(page);
                after = page.get(page.size() - 1).origin().key();
            }
        } while (page.size() == batchSize);
    }

    @Override
    public void close() {
        if (conflicts != null) {
            conflicts.close();
        }
    }
}
