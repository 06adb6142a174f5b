package dev.lockstile.auth.imports.ledger;

/** The host keeps no ledger of imported rows, without which an import could not be repeated safely. Nothing was done. */
public final class LedgerMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what the host has to add. */
    public LedgerMissingException() {
        super("the host keeps no ledger of imported rows: add an entity that extends AbstractLegacyLink");
    }
}
