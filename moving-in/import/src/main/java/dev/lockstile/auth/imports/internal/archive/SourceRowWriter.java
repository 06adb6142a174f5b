package dev.lockstile.auth.imports.internal.archive;

import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Archives imported source rows, encrypted, in the transaction that writes their ledger entries. Does nothing unless
 * the options say that rows are archived.
 */
public final class SourceRowWriter {

    private final @Nullable RowCipher seal;

    private SourceRowWriter(@Nullable RowCipher seal) {
        this.seal = seal;
    }

    /** @throws IllegalArgumentException when rows are to be archived and the target has no key to encrypt them with */
    public static SourceRowWriter of(ImportTarget target, ImportOptions options) {
        RowCipher seal = target.seal();
        if (options.archiveRows() && seal == null) {
            throw new IllegalArgumentException(
                    "the rows of the old system are kept only sealed, and this host has no key"
                            + " for it: give it one (ManagedHost.importKey(), such as AuthKeys.importKey()); nothing was written");
        }
        return new SourceRowWriter(options.archiveRows() ? seal : null);
    }

    /** @throws IllegalArgumentException when rows are to be archived and the host's schema has no table for them */
    public void require(AuthStore store) {
        if (seal != null) {
            requireTable(store);
        }
    }

    /**
     * Checks for the table before the first write, since the schema may be older than the library.
     *
     * @throws IllegalArgumentException when the table cannot be read
     */
    public static void requireTable(AuthStore store) {
        try {
            store.read(tx -> ImportTx.in(tx).sourceRows().byKey(""));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the table of kept rows (auth_import_source) cannot be read: migrate the schema first; nothing was"
                            + " written",
                    e);
        }
    }

    public void keep(AuthTx tx, Ledger ledger, List<Origin> origins, Instant now) {
        if (seal == null) {
            return;
        }
        List<ArchivedSourceRow> kept = new ArrayList<>();
        for (Origin origin : origins) {
            SourceRow row = origin.row();
            if (row != null) {
                String key = origin.keyIn(ledger);
                String text = seal.seal(place(key), text(origin, row));
                kept.add(new ArchivedSourceRow(key, ledger.system(), ledger.runId(), now, text));
            }
        }
        ImportTx.in(tx).sourceRows().keep(kept);
    }

    /** Returns the place that the encryption of an archived row is bound to. */
    public static String place(String linkKey) {
        return "source row|" + linkKey;
    }

    private static String text(Origin origin, SourceRow row) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("entity", origin.entity().text());
        all.put("legacy_id", origin.legacyId());
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        row.columns().forEach(column -> cells.put(column, row.cell(column)));
        all.put("row", cells);
        return JsonText.of(all);
    }
}
