package dev.lockstile.auth.cutover.writeback;

import org.jspecify.annotations.Nullable;

/** The outcome of sending a user's state to a legacy system. */
public sealed interface Delivery {

    /**
     * The legacy system has the state, now or from an earlier attempt.
     *
     * @param legacyId the user's key in the legacy system
     * @param legacyProfileId that of the default profile; null when there is none, or it is not known which it is
     */
    record Stored(String legacyId, @Nullable String legacyProfileId) implements Delivery {

        /**
         * The same where no profile's key is known.
         *
         * @param legacyId the user's key in the legacy system
         */
        public Stored(String legacyId) {
            this(legacyId, null);
        }
    }

    /** The user has no legacy row and needs none. */
    record NotStored() implements Delivery {}

    /**
     * The legacy system keeps its own state, by the configured conflict winner.
     *
     * @param reason a stable code
     */
    public record LegacyKept(String reason) implements Delivery {}

    /**
     * The state cannot be written as it is; it becomes a dead letter.
     *
     * @param reason a stable code, never a value
     */
    record Refused(String reason) implements Delivery {}
}
