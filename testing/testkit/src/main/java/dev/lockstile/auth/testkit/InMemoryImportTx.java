package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.BeforeImageStore;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.ImportedRowStore;
import dev.lockstile.auth.store.imports.LedgerStore;
import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.SourceRowStore;
import dev.lockstile.auth.store.imports.WrittenRowStore;

/** What an import needs of an open transaction. */
record InMemoryImportTx(TableViews views) implements ImportTx {

    @Override
    public RunJournalStore runs() {
        return new InMemoryRunJournal(views);
    }

    @Override
    public BeforeImageStore beforeImages() {
        return new InMemoryBeforeImages(views);
    }

    @Override
    public SourceRowStore sourceRows() {
        return new InMemorySourceRows(views);
    }

    @Override
    public LedgerStore ledger() {
        return new InMemoryLedger(views);
    }

    @Override
    public BulkInsertStore inserts() {
        return new InMemoryBulkInserts(views);
    }

    @Override
    public ImportedRowStore rows() {
        return new InMemoryImportedRows(views);
    }

    @Override
    public WrittenRowStore written() {
        return new InMemoryWrittenRows(views);
    }
}
