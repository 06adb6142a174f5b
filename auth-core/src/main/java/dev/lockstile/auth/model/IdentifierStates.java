package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a user.
 *
 * @param email the e-mail address
 * @param phone the phone number
 * @param username the user name
 */
public record IdentifierStates(IdentifierState email, IdentifierState phone, IdentifierState username) {

    /**
     * {@return the identifier of that kind; one without a value when the user has none}
     *
     * @param kind one of the three kinds
     */
    public IdentifierState of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }

    /** {@return true when the e-mail address or the phone number is proven} */
    public boolean anyVerified() {
        return email.isVerified() || phone.isVerified();
    }

    /**
     * {@return true when a proof of the identifier may sign in to the account: the identifier is proven, or
     * {@link #anyEverVerified} is false; always false for a user name}
     *
     * <p>An unproven identifier of an account with another proven one does not qualify. The owner of the account may
     * have added an address of another person, who would sign in to an account that the owner can still use.
     *
     * @param kind one of the three kinds
     */
    public boolean isProvable(IdentifierKind kind) {
        return kind != IdentifierKind.USERNAME && (of(kind).isVerified() || !anyEverVerified());
    }

    /**
     * {@return true when the e-mail address or the phone number is proven, or was owned or proven before another
     * application changed the column}
     */
    public boolean anyEverVerified() {
        return anyVerified() || email.outdated() || phone.outdated();
    }

    /**
     * One identifier of a user.
     *
     * @param value the stored value; null when there is none
     * @param owned true when the user owns the identifier, so that no other account can use it
     * @param verifiedAt when the identifier was proven; null when it was not
     * @param outdated true when another application has changed the column since the identifier was owned or proven;
     *     the value is then neither owned nor proven, and receives no messages
     * @param provenBefore true when it is outdated and the former value was proven, not only owned
     */
    public record IdentifierState(
            @Nullable String value,
            boolean owned,
            @Nullable Instant verifiedAt,
            boolean outdated,
            boolean provenBefore) {

        /** No identifier. */
        public static final IdentifierState NONE = new IdentifierState(null, false, null);

        /**
         * Creates an identifier that no other application has changed.
         *
         * @param value the stored value; null when there is none
         * @param owned true when the user owns the identifier, so that no other account can use it
         * @param verifiedAt when the identifier was proven; null when it was not
         */
        public IdentifierState(@Nullable String value, boolean owned, @Nullable Instant verifiedAt) {
            this(value, owned, verifiedAt, false, false);
        }

        /** {@return true when the identifier is proven} */
        public boolean isVerified() {
            return verifiedAt != null;
        }

        @Override
        public String toString() {
            return "IdentifierState[owned=" + owned + ", verified=" + isVerified() + (outdated ? ", outdated]" : "]");
        }
    }
}
