package dev.lockstile.auth.imports.inplace;

import java.util.List;

/**
 * The rows of the host that an import in place has changed, in a transaction. A store of such imports offers it as an
 * {@linkplain dev.lockstile.auth.store.AuthTx#extension extension}. Not safe for use by many threads.
 */
public interface OverwrittenRows {

    /** {@return the rows changed in this transaction since the last call, each once} */
    List<OverwrittenRow> written();

    /**
     * Restores the columns that the import changed, if the row is as the import left it, by one conditional update. A
     * profile that the import added is removed.
     *
     * @param image as {@link #written} returned it
     * @return false when the row is gone, or the account was changed or used since; nothing is changed then
     */
    boolean restore(String image);

    /**
     * Removes the second factors of a restored user who had none before the import.
     *
     * @param image as {@link #written} returned it
     * @return false for a user who had some, and for a profile; nothing is removed then
     */
    boolean removeFactors(String image);

    /**
     * A row that an import in place has changed.
     *
     * @param linkKey the key of its ledger entry
     * @param fingerprint of the source row, as in the entry
     * @param image the changed columns before and after, in the form of the store; has addresses and no password hash
     */
    record OverwrittenRow(String linkKey, String fingerprint, String image) {

        @Override
        public String toString() {
            return "OverwrittenRow[" + linkKey + "]";
        }
    }
}
