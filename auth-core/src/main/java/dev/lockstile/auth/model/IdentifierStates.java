package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a user.
 *
 * @param email text of the e-mail address, and whether it is owned and proven
 * @param phone text of the phone number, and whether it is owned and proven
 * @param username text of the user name, and whether it is owned
 */
public record IdentifierStates(IdentifierState email, IdentifierState phone, IdentifierState username) {

    /**
     * {@return the state of that kind; {@link IdentifierState#NONE} or one without a value where there is none}
     *
     * @param kind which of the three
     */
    public IdentifierState of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }

    /** {@return true when an e-mail address or a phone number is proven} */
    public boolean anyVerified() {
        return email.isVerified() || phone.isVerified();
    }

    /**
     * True when the verification of the identifier can sign in to the account: it is already verified, or no identifier
     * of the account is or ever was. An unverified identifier of an account with another verified one cannot: its
     * holder would enter the account of another person, who may have added the identifier on purpose and still has
     * access. A user name cannot be verified by a message.
     *
     * @param kind which of the three
     * @return false always for a user name
     */
    public boolean isProvable(IdentifierKind kind) {
        return kind != IdentifierKind.USERNAME && (of(kind).isVerified() || !anyEverVerified());
    }

    /**
     * {@return true when an e-mail address or a phone number is or was proven, with the value that is stored or another
     * one}
     */
    public boolean anyEverVerified() {
        return anyVerified() || email.outdated() || phone.outdated();
    }

    /**
     * One identifier of a user.
     *
     * @param value as it is stored; null when there is none
     * @param owned true when this user is the one it belongs to, false while it is only claimed
     * @param verifiedAt when its holder proved it
     * @param outdated true when it was owned or proven with another value than the one that is stored now, as after
     *     another application has written the column: it is neither owned nor verified, and nothing is sent to it
     * @param provenBefore true when it is outdated and the other value was proven, and not merely owned
     */
    public record IdentifierState(
            @Nullable String value,
            boolean owned,
            @Nullable Instant verifiedAt,
            boolean outdated,
            boolean provenBefore) {

        /** No such identifier. */
        public static final IdentifierState NONE = new IdentifierState(null, false, null);

        /**
         * One whose value is the one it was owned and proven with.
         *
         * @param value as it is stored; null when there is none
         * @param owned true when this user is the one it belongs to, false while it is only claimed
         * @param verifiedAt when its holder proved it
         */
        public IdentifierState(@Nullable String value, boolean owned, @Nullable Instant verifiedAt) {
            this(value, owned, verifiedAt, false, false);
        }

        /** {@return true when its holder has proved it} */
        public boolean isVerified() {
            return verifiedAt != null;
        }

        @Override
        public String toString() {
            return "IdentifierState[owned=" + owned + ", verified=" + isVerified() + (outdated ? ", outdated]" : "]");
        }
    }
}
