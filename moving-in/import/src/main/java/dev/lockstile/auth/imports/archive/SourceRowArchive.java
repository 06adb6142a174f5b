package dev.lockstile.auth.imports.archive;

import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of source systems that runs with {@link ImportOptions#withRowsArchived()} have archived, so that a row can
 * be written back into its system, or looked up when the system no longer exists. For each ledger entry there is the
 * row as the latest run with the option wrote it, even if that run was rolled back since, with all cells that the
 * import read. Columns that the import does not read, which the report names, and rows without an entry, such as those
 * in quarantine, are not archived. An archived row is removed with its entry, or by {@link #forget}; the deletion of an
 * account does not remove it, since that is for the host to decide.
 *
 * <p>A row is one line of JSON: {@code entity}, {@code legacy_id} and {@code row}, the cells by column, dates as ISO
 * 8601. It has password hashes and addresses in clear text.
 */
public final class SourceRowArchive {

    private static final int PAGE = 500;

    private final AuthStore store;
    private final @Nullable Secret sealKey;

    /**
     * Creates the archive of a store.
     *
     * @param store the host's store
     * @param sealKey the key with which the runs encrypted rows; null where rows are only to be forgotten
     */
    public SourceRowArchive(AuthStore store, @Nullable Secret sealKey) {
        this.store = store;
        this.sealKey = sealKey;
    }

    /**
     * Reads every archived row of a system, in no particular order, page by page in transactions of its own.
     *
     * @param system the source system's name in the ledger
     * @param line receives one row at a time
     * @return the number of rows
     * @throws IllegalArgumentException when there is no key, or a row was encrypted with another one or altered since;
     *     the rows before it were received
     */
    public long each(String system, Consumer<String> line) {
        RowCipher seal = seal();
        return pages(system, page -> {
            page.forEach(row -> line.accept(open(seal, row)));
            return page.size();
        });
    }

    /**
     * {@return the archived row of a source key; empty when there is none}
     *
     * @param system the source system's name in the ledger
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the row's key in the source
     * @throws IllegalArgumentException as {@link #each}
     */
    public Optional<String> one(String system, String entity, String legacyId) {
        RowCipher seal = seal();
        String key = key(system, entity, legacyId);
        return store.read(tx -> ImportTx.in(tx).sourceRows().byKey(key)).map(row -> open(seal, row));
    }

    /**
     * Removes the archived rows of a system, in a transaction of its own for each 500 rows.
     *
     * @param system the source system's name in the ledger
     * @return the number of rows
     */
    public long forget(String system) {
        return pages(system, page -> {
            List<String> keys = page.stream().map(ArchivedSourceRow::linkKey).toList();
            return store.<Integer>alone(tx -> ImportTx.in(tx).sourceRows().drop(keys));
        });
    }

    /**
     * Removes the archived row of a source key, in a transaction of its own.
     *
     * @param system the source system's name in the ledger
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the row's key in the source
     * @return false when there is none
     */
    public boolean forget(String system, String entity, String legacyId) {
        List<String> keys = List.of(key(system, entity, legacyId));
        return store.<Integer>alone(tx -> ImportTx.in(tx).sourceRows().drop(keys)) == 1;
    }

    private long pages(String system, Function<List<ArchivedSourceRow>, Integer> work) {
        long done = 0;
        String after = "";
        List<ArchivedSourceRow> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).sourceRows().ofSystem(system, last, PAGE));
            done += work.apply(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).linkKey();
        } while (page.size() == PAGE);
        return done;
    }

    private static String key(String system, String entity, String legacyId) {
        return LedgerKey.of(system, entity, legacyId);
    }

    private RowCipher seal() {
        if (sealKey == null) {
            throw new IllegalArgumentException(
                    "kept rows are sealed, and this host has no key: it needs the one they were"
                            + " sealed with (ManagedHost.importKey())");
        }
        return new RowCipher(sealKey);
    }

    private static String open(RowCipher seal, ArchivedSourceRow row) {
        return seal.open(SourceRowWriter.place(row.linkKey()), row.text())
                .orElseThrow(() -> new IllegalArgumentException("the kept row of entry " + row.linkKey()
                        + seal.unknownKey(row.text())
                                .map(id -> " was sealed with another key, which is unknown here: " + id)
                                .orElse(" was sealed with another key, or was changed since")));
    }
}
