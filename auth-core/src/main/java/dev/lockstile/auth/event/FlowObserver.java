package dev.lockstile.auth.event;

/**
 * Is told of the begin and the end of each operation, on its thread: for timers and for spans of tracing. It learns no
 * id, no address and no text of a client, so that what it measures names no person. Verifying an access token is no
 * operation.
 *
 * <p>Calls are outside of the library's transactions, except where the host calls a flow in one of its own. They have
 * to be quick; one that throws is logged, and the operation goes on.
 */
public interface FlowObserver {

    /**
     * Tells that an operation begins. One may begin within another, and ends before it.
     *
     * @param operation what is done
     * @return is told of its end, once, on the same thread
     */
    Running begin(Operation operation);

    /**
     * Tells that a limit had no permit left. The operation is refused, unless the client is known and has permits of
     * its own. Limits that are counted in the process alone while their counters are out of reach are not told.
     *
     * @param limit one of a few dozen names: that of a {@link dev.lockstile.auth.throttle.RateLimit} in lower case,
     *     those that begin alike under one name, such as {@code otp_request_identity}
     */
    default void limited(String limit) {}

    /** An operation under way. */
    @FunctionalInterface
    interface Running {

        /**
         * Tells that the operation ended.
         *
         * @param how what became of it
         */
        void end(End how);
    }

    /** How an operation ended. */
    enum End {
        /** It was done. */
        SUCCESS,
        /** It was refused. */
        REFUSED,
        /** The database, or what else it needs, did not answer. */
        UNAVAILABLE,
        /** It failed with another exception. */
        ERROR
    }
}
