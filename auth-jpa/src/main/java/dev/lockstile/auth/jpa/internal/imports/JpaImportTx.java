package dev.lockstile.auth.jpa.internal.imports;

import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.store.Tables;
import dev.lockstile.auth.store.imports.BeforeImageStore;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.ImportedRowStore;
import dev.lockstile.auth.store.imports.LedgerStore;
import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.SourceRowStore;
import dev.lockstile.auth.store.imports.WrittenRowStore;

/** What an import needs of an open transaction. */
public record JpaImportTx(Rows open, Tables tables) implements ImportTx {

    @Override
    public RunJournalStore runs() {
        return new SqlRunJournalStore(open, tables.imports());
    }

    @Override
    public BeforeImageStore beforeImages() {
        return new SqlBeforeImageStore(open, tables.imports());
    }

    @Override
    public SourceRowStore sourceRows() {
        return new SqlSourceRowStore(open, tables.imports());
    }

    @Override
    public LedgerStore ledger() {
        return new JpaLedgerStore(open, tables.host(), sourceRows());
    }

    @Override
    public BulkInsertStore inserts() {
        return new JpaBulkInsertStore(open, tables.host());
    }

    @Override
    public ImportedRowStore rows() {
        return new JpaImportedRowStore(open, tables.host());
    }

    @Override
    public WrittenRowStore written() {
        return new JpaWrittenRowStore(open, tables.host());
    }
}
