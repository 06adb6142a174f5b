package dev.lockstile.auth.cutover.writeback;

import org.jspecify.annotations.Nullable;

/** What an old system made of a person's state. */
public sealed interface Delivery {

    /**
     * It is there now, or was already.
     *
     * @param legacyId the person's key over there
     * @param legacyProfileId that of the default profile; null when there is none, or it is not known which it is
     */
    record Stored(String legacyId, @Nullable String legacyProfileId) implements Delivery {

        public Stored(String legacyId) {
            this(legacyId, null);
        }
    }

    /** The person is not there and need not be. */
    record NotThere() implements Delivery {}

    /** The other side's state stays, by the declared winner. @param reason a stable code */
    public record Kept(String reason) implements Delivery {}

    /** It can never be written as it is; somebody has to look. @param reason a stable code, never a value */
    record Refused(String reason) implements Delivery {}
}
