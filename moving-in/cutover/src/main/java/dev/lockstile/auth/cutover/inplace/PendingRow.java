package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.store.NewUser;

/**
 * A person an import adds, before it is known in which row.
 *
 * @param row what the import would have added
 * @param number tells one from the other within a transaction
 */
record PendingRow(NewUser row, int number) {

    /** Stands where the key of a row will stand. */
    @Override
    public String toString() {
        return "newcomer " + number;
    }
}
