package dev.lockstile.auth.store;

/**
 * Work that needs a transaction of its own was requested inside a transaction that holds a connection. It would need a
 * second connection, and threads that wait for a second one deadlock when the pool is exhausted. The call is therefore
 * refused under any load. It is a programming error of the caller: nothing was written, and the transaction is
 * unchanged.
 */
public final class ConnectionHeldException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that says how to call the work instead. */
    public ConnectionHeldException() {
        super(
                "this call is committed by itself, and the calling thread is in a transaction that holds a connection: call"
                        + " it before the transaction begins. Rows of your own that belong to a new account are written by"
                        + " accounts().register(registration, account -> ...), in the transaction that opens it");
    }
}
