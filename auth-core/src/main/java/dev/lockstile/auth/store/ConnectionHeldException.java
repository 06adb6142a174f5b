package dev.lockstile.auth.store;

/**
 * Work that needs a transaction of its own was requested inside a transaction that holds a connection. It would need a
 * second connection, which can deadlock an exhausted pool; so it is always refused instead of under load only. A
 * programming error of the caller: nothing was written, and the transaction is unchanged.
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
