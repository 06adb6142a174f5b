package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links content of users, such as posts, to the imported users: each piece gets a ledger entry with its owner's key in
 * the target. Content goes to quarantine while its owner is not imported, and as an orphan where the source has no such
 * user.
 */
final class ContentLinks {

    private static final String OWNER = "user_id";

    private final ImportTarget target;
    private final Ledger ledger;
    private final boolean dryRun;
    private final int batch;

    ContentLinks(ImportTarget target, Ledger ledger, ImportOptions options) {
        this.target = target;
        this.ledger = ledger;
        this.dryRun = options.dryRun();
        this.batch = options.batchSize();
    }

    /**
     * Content of one kind.
     *
     * @param wouldBeImported ledger keys of users whom a real run would have imported; empty in a real run
     */
    record Content(String name, Source source, PersonSource people, Set<String> wouldBeImported) {}

    RunCounts link(Content content, Instant now) {
        Set<String> waiting = ownersOutside(content);
        RunCounts total = new RunCounts();
        Entity entity = Entity.rows(content.name());
        total.expect(entity);
        pages(content, page -> {
            RunCounts runCounts = new RunCounts();
            List<KeyedLegacyLink> links = new ArrayList<>();
            Map<String, LegacyLinkInfo> known = known(content, page);
            page.forEach(row -> {
                Origin origin = origin(entity, row);
                LegacyLinkInfo owner = known.get(ownerKey(content, row));
                boolean ownerImported =
                        owner != null || content.wouldBeImported().contains(ownerKey(content, row));
                if (known.containsKey(origin.keyIn(ledger))) {
                    runCounts.count(entity, State.UNCHANGED);
                } else if (ownerImported) {
                    runCounts.count(entity, State.CREATED);
                    links.add(new KeyedLegacyLink(
                            origin.keyIn(ledger),
                            origin.entryOf(ledger),
                            owner == null ? null : owner.localRef(),
                            null));
                } else {
                    runCounts.quarantine(origin, why(row, waiting));
                }
            });
            write(links, now);
            total.add(runCounts);
        });
        return total;
    }

    private static Finding why(SourceRow row, Set<String> waiting) {
        return waiting.contains(owner(row))
                ? new Finding(QuarantineReason.WAITING_FOR_OWNER.code(), OWNER, "the owner has not come in")
                : new Finding(QuarantineReason.ORPHAN.code(), OWNER, "no such person in the old system");
    }

    /** Returns the owners who are in the source and not in the target. Reads the content once, and the users once. */
    private Set<String> ownersOutside(Content content) {
        Set<String> missing = new HashSet<>();
        pages(content, page -> {
            Map<String, LegacyLinkInfo> known = known(content, page);
            page.stream()
                    .filter(row -> !known.containsKey(ownerKey(content, row)))
                    .forEach(row -> missing.add(owner(row)));
        });
        Set<String> outside = new HashSet<>();
        PeopleTable table = content.people().tables().get(0);
        @Nullable Object after = null;
        List<UserDraft> users;
        do {
            users = missing.isEmpty() ? List.of() : table.users(after, batch);
            users.stream()
                    .map(user -> user.origin().legacyId())
                    .filter(missing::contains)
                    .forEach(outside::add);
            after = users.isEmpty()
                    ? after
                    : users.get(users.size() - 1).origin().key();
        } while (users.size() == batch);
        return outside;
    }

    private Map<String, LegacyLinkInfo> known(Content content, List<SourceRow> page) {
        Entity entity = Entity.rows(content.name());
        List<String> keys = new ArrayList<>();
        page.forEach(row -> {
            keys.add(ownerKey(content, row));
            keys.add(origin(entity, row).keyIn(ledger));
        });
        return target.store().read(tx -> tx.legacy().byKeys(keys));
    }

    private void write(List<KeyedLegacyLink> links, Instant now) {
        if (!dryRun && !links.isEmpty()) {
            target.store().alone((AuthTx tx) -> {
                ImportTx.in(tx).ledger().insertAll(links, now);
                return true;
            });
        }
    }

    @FunctionalInterface
    private interface PageUse {
        void take(List<SourceRow> page);
    }

    private void pages(Content content, PageUse use) {
        SourceTable table = new SourceTable(content.source().tables().get(0), "_id", List.of());
        @Nullable Object after = null;
        List<SourceRow> page;
        do {
            page = content.source().page(table, after, batch);
            if (!page.isEmpty()) {
                use.take(page);
                after = page.get(page.size() - 1).place();
            }
        } while (page.size() == batch);
    }

    private String ownerKey(Content content, SourceRow row) {
        return ledger.key(content.people().tables().get(0).entity().text(), owner(row));
    }

    private static String owner(SourceRow row) {
        return String.valueOf(row.cell(OWNER));
    }

    private static Origin origin(Entity entity, SourceRow row) {
        return new Origin(entity, row.place(), row.key().toString(), row.fingerprint());
    }
}
