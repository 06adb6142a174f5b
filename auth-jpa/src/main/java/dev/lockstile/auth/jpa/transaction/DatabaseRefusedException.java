package dev.lockstile.auth.jpa.transaction;

/**
 * The database refused a statement for a reason that neither a retry nor another key would mend: a missing table, a
 * column of the host without a value. Says the SQLState and the constraint only, since the text of a database may hold
 * the whole row, password hash included (ASVS 16.2.5, 16.5.1). The transaction was rolled back.
 */
public final class DatabaseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Keeps the cause for a debugger; its text is not for a log.
     *
     * @param message tells the SQLState and the constraint, and no value of a row
     * @param cause what the driver or Hibernate threw
     */
    public DatabaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
