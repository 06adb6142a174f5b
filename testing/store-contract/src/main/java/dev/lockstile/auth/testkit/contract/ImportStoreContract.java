package dev.lockstile.auth.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * The contract of a store that can be the target of an import, so that its transactions have the extension
 * {@link dev.lockstile.auth.store.imports.ImportTx}: that of every store, and the cases of the import's verbs.
 */
public abstract class ImportStoreContract extends AuthStoreContract {

    /** For those who extend it. */
    protected ImportStoreContract() {}

    @Nested
    final class ImportedLinks extends ImportedLinkContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class ImportedRowUpdates extends ImportedRowUpdateContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class Copied extends ImportedRowContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class TakenBack extends ImportRollbackContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class Fillings extends MergedFieldsContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class GivenKeys extends GivenKeysContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }

    @Nested
    final class RunJournal extends RunJournalContract {
        @Override
        protected StoreUnderTest open() {
            return ImportStoreContract.this.open();
        }
    }
}
