package dev.lockstile.auth.event;

/**
 * Called at the start and the end of each operation, on its thread: for timers and tracing spans. It receives no id,
 * address or text of a client, so that measurements contain no personal data. The verification of an access token is
 * not an operation.
 *
 * <p>Calls are made outside the library's transactions, but inside one of the host if the host calls a service in it.
 * They must return quickly; exceptions are logged and do not affect the operation.
 */
public interface FlowObserver {

    /**
     * Called when an operation starts. Operations may be nested.
     *
     * @param operation the operation
     * @return called once at the end of the operation, on the same thread
     */
    Running begin(Operation operation);

    /**
     * Called when a limit had no permit left. The operation is then refused, unless the client is known and has permits
     * of its own. Not called for limits that are counted in local memory because the shared counters cannot be reached.
     *
     * @param limit one of a few dozen names: that of a {@link dev.lockstile.auth.throttle.RateLimit} in lower case;
     *     limits with a common prefix share one name, such as {@code otp_request_identity}
     */
    default void limited(String limit) {}

    /** An operation that has started. */
    @FunctionalInterface
    interface Running {

        /**
         * Called when the operation has ended.
         *
         * @param how the result
         */
        void end(End how);
    }

    /** The result of an operation. */
    enum End {
        /** It succeeded. */
        SUCCESS,
        /** It was refused. */
        REFUSED,
        /** The database or another service it needs did not answer. */
        UNAVAILABLE,
        /** It failed with another exception. */
        ERROR
    }
}
