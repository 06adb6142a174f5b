package dev.lockstile.auth.store;

/**
 * Work that has to be committed by itself was asked for inside a transaction that holds a connection. It would need a
 * second one, and with all connections of a pool held so, all would wait for all; so it is refused at the
 * first call rather than under load. A mistake of the caller: nothing was written, and the transaction is as it was.
 */
public final class ConnectionHeldException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Says what to call outside of the transaction. */
    public ConnectionHeldException() {
        super(
                "this call is committed by itself, and the calling thread is in a transaction that holds a connection: call"
                        + " it before the transaction begins. Rows of your own that belong to a new account are written by"
                        + " accounts().register(registration, account -> ...), in the transaction that opens it");
    }
}
