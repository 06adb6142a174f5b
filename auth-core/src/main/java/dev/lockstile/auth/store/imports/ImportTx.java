package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.AuthTx;

/**
 * The verbs that an import and its rollback need of an open transaction, and no other code. A store that can be the
 * target of an import offers them as an {@linkplain AuthTx#extension extension}; what they write is part of the same
 * transaction.
 */
public interface ImportTx {

    /**
     * {@return the verbs of an import in that transaction, to be used no longer than it}
     *
     * @param tx an open transaction
     * @throws UnsupportedOperationException when the store cannot be the target of an import
     */
    static ImportTx in(AuthTx tx) {
        return tx.extension(ImportTx.class)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "this store cannot be the target of an import: it has no extension "
                                + ImportTx.class.getName()
                                + "; with the JPA store, no entity extends AbstractLegacyLink"));
    }

    /** {@return the journal of runs} */
    RunJournalStore runs();

    /** {@return the store of how rows were before a run changed them} */
    BeforeImageStore beforeImages();

    /** {@return the archive of source rows} */
    SourceRowStore sourceRows();

    /** {@return the ledger of imported rows, beyond what every store has of it} */
    LedgerStore ledger();

    /** {@return the verbs that add rows of many people at once} */
    BulkInsertStore inserts();

    /** {@return the verbs that read imported rows whole} */
    ImportedRowStore rows();

    /** {@return the verbs by which imported rows are changed or removed while they are unchanged} */
    WrittenRowStore written();
}
