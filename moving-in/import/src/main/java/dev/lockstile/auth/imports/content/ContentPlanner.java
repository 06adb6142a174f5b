package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the owners of content through the ledger, and the values of its columns. */
final class ContentPlanner {

    private final AuthStore store;
    private final ContentMapping mapping;
    private final ContentSystem system;
    private final List<HostColumn> columns;
    private final Consumer<String> files;
    private final Entity entity;
    private final Set<String> present = new HashSet<>();

    /**
     * @param columns of the host in the order of {@link ContentMapping#filled()}
     * @param files receives the name of each file that a row names
     */
    ContentPlanner(
            AuthStore store,
            ContentMapping mapping,
            ContentSystem system,
            List<HostColumn> columns,
            Consumer<String> files) {
        this.store = store;
        this.mapping = mapping;
        this.system = system;
        this.columns = columns;
        this.files = files;
        this.entity = Entity.rows(mapping.name());
    }

    Entity entity() {
        return entity;
    }

    /** Returns the rows to write; those that are in the target already, or cannot be imported, are counted. */
    List<PlannedRow> plan(List<ContentRow> page, Ledger ledger, RunCounts counts) {
        Known known = store.read(tx -> known(tx, page, ledger));
        Set<String> seen = new HashSet<>();
        List<PlannedRow> planned = new ArrayList<>();
        for (ContentRow row : page) {
            mapping.cells().columns().values().stream()
                    .filter(path -> row.cell(path) != null)
                    .forEach(present::add);
            Origin origin = row.origin(entity);
            String key = origin.keyIn(ledger);
            LegacyLinkInfo entry = known.rows().get(key);
            if (!seen.add(key)) {
                counts.skip(entity, "named_twice");
            } else if (entry != null) {
                counts.count(entity, State.UNCHANGED);
                if (!entry.origin().fingerprint().equals(origin.fingerprint())) {
                    counts.warn("changed_in_source");
                }
            } else if (origin.legacyId().length() > Ledger.MAX_LEGACY_ID) {
                counts.quarantine(origin, new Finding(QuarantineReason.LEGACY_ID_TOO_LONG.code(), "", ""));
            } else {
                try {
                    planned.add(new PlannedRow(origin, values(row, known, ledger, counts)));
                } catch (UnfitRowException e) {
                    counts.quarantine(origin, e.why);
                } catch (ContentOwners.MissingOwnerException e) {
                    counts.quarantine(origin, e.why());
                }
            }
        }
        return planned;
    }

    /**
     * A row of the source with its ledger entry.
     *
     * @param row the row of the source
     * @param entry null for a row that was not imported
     * @param values the values that its columns would get now; null when they are unknown, such as after a merge of its
     *     owner
     */
    record ComparableRow(
            ContentRow row,
            @Nullable LegacyLinkInfo entry,
            @Nullable List<@Nullable Object> values) {}

    /** Returns the rows of the page, each once, for a comparison with the target. */
    List<ComparableRow> comparable(List<ContentRow> page, Ledger ledger) {
        Known known = store.read(tx -> known(tx, page, ledger));
        Map<String, ComparableRow> rows = new LinkedHashMap<>();
        for (ContentRow row : page) {
            String key = row.origin(entity).keyIn(ledger);
            LegacyLinkInfo entry = known.rows().get(key);
            rows.putIfAbsent(key, new ComparableRow(row, entry, entry == null ? null : valuesNow(row, known, ledger)));
        }
        return List.copyOf(rows.values());
    }

    private @Nullable List<@Nullable Object> valuesNow(ContentRow row, Known known, Ledger ledger) {
        boolean owned = mapping.cells().owners().values().stream()
                .allMatch(path -> known.owners().isAsImported(ownerKey(row.cell(path))));
        try {
            return owned ? values(row, known, ledger, new RunCounts()) : null;
        } catch (UnfitRowException | ContentOwners.MissingOwnerException e) {
            return null;
        }
    }

    /** Returns the mapped columns in which no row has a value: an error in the mapping, or an empty column. */
    List<String> neverPresent() {
        return mapping.cells().columns().values().stream()
                .filter(path -> !present.contains(path))
                .sorted()
                .toList();
    }

    /** @param rows ledger entries of content, by ledger key */
    private record Known(Map<String, LegacyLinkInfo> rows, ContentOwners owners) {}

    private Known known(AuthTx tx, List<ContentRow> page, Ledger ledger) {
        Set<String> keys = new HashSet<>();
        Set<String> ownerKeys = new HashSet<>();
        page.forEach(row -> {
            keys.add(row.origin(entity).keyIn(ledger));
            mapping.cells().owners().values().forEach(path -> ownerKeys.add(ownerKey(row.cell(path))));
            mapping.cells()
                    .rows()
                    .values()
                    .forEach(other -> keys.add(ledger.key(other.content(), text(row.cell(other.cell())))));
        });
        return new Known(
                tx.legacy().byKeys(keys),
                ContentOwners.look(tx, system, tx.legacy().byKeys(ownerKeys)));
    }

    private String ownerKey(@Nullable Object oldId) {
        return system.people().key(mapping.cells().people(), text(oldId));
    }

    private static String text(@Nullable Object cell) {
        return String.valueOf(cell);
    }

    private List<@Nullable Object> values(ContentRow row, Known known, Ledger ledger, RunCounts counts)
            throws UnfitRowException, ContentOwners.MissingOwnerException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Map.Entry<String, String> column : mapping.cells().columns().entrySet()) {
            Object cell = row.cell(column.getValue());
            boolean address = mapping.addresses().columns().contains(column.getKey());
            values.add(value(values.size(), address ? moved(cell, counts) : cell));
        }
        for (String path : mapping.cells().owners().values()) {
            Object oldId = row.cell(path);
            values.add(value(values.size(), known.owners().of(ownerKey(oldId), oldId, path)));
        }
        for (ContentMapping.OtherRow other : mapping.cells().rows().values()) {
            LegacyLinkInfo referenced = known.rows().get(ledger.key(other.content(), text(row.cell(other.cell()))));
            if (referenced == null || referenced.localRef() == null) {
                throw new UnfitRowException(new Finding(
                        QuarantineReason.WAITING_FOR_OWNER.code(), other.cell(), "no row of " + other.content()));
            }
            values.add(value(values.size(), referenced.localRef()));
        }
        return values;
    }

    private @Nullable Object value(int place, @Nullable Object cell) throws UnfitRowException {
        HostColumn column = columns.get(place);
        try {
            return CellValue.of(column, cell);
        } catch (CellValue.RefusedException e) {
            throw new UnfitRowException(
                    new Finding(QuarantineReason.STORE_REFUSED.code(), column.name(), String.valueOf(e.getMessage())));
        }
    }

    /** Rewrites an address; one without a known prefix is not changed. */
    private @Nullable Object moved(@Nullable Object cell, RunCounts counts) {
        if (!(cell instanceof String old) || old.isBlank()) {
            return cell;
        }
        mapping.addresses().file(old).ifPresent(files);
        return mapping.addresses().rewritten(old).orElseGet(() -> {
            counts.warn("address_kept");
            return old;
        });
    }

    /** Thrown for a row that cannot be imported. */
    private static final class UnfitRowException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding why;

        UnfitRowException(Finding why) {
            super(null, null, false, false);
            this.why = why;
        }
    }
}
