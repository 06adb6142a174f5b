package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user without secrets.
 *
 * @param id key of the user
 * @param identifiers the identifiers, and for each whether it is owned and when it was proven
 * @param status the values that the server decides
 * @param dates times of opening, last sign-in, acceptance of the terms and admission
 * @param settings JSON object of the user, with language and time zone among others
 */
public record UserInfo(UserId id, IdentifierStates identifiers, Status status, Dates dates, SettingsJson settings) {

    /** {@return the stored e-mail address, proven or not; null when there is none} */
    public @Nullable String email() {
        return identifiers.email().value();
    }

    /** {@return the stored phone number, proven or not; null when there is none} */
    public @Nullable String phone() {
        return identifiers.phone().value();
    }

    /** {@return the stored user name; null when there is none} */
    public @Nullable String username() {
        return identifiers.username().value();
    }

    /**
     * {@return true when the password opens the account with an unproven e-mail address or phone number that it owns,
     * as after an import from a system that allowed this} The identifier still counts as unproven.
     */
    public boolean isAdmitted() {
        return dates.admittedAt() != null;
    }

    /** {@return the setting {@code language}; null when it is not set} */
    public @Nullable String language() {
        return settings.string("language");
    }

    /** {@return the setting {@code timezone}; null when it is not set} */
    public @Nullable String timezone() {
        return settings.string("timezone");
    }

    /**
     * {@return a copy with these identifiers}
     *
     * @param other the identifiers of the copy
     */
    public UserInfo with(IdentifierStates other) {
        return new UserInfo(id, other, status, dates, settings);
    }

    /**
     * {@return the user with the status in effect at a time, see {@link Status#at}}
     *
     * @param now the time
     */
    public UserInfo at(Instant now) {
        Status effective = status.at(now);
        return effective.equals(status) ? this : new UserInfo(id, identifiers, effective, dates, settings);
    }

    @Override
    public String toString() {
        return "UserInfo[" + id + "]";
    }

    /**
     * The values of an account that the server decides.
     *
     * @param active false while the account is disabled
     * @param staff true when the account has the right {@link Right#STAFF}
     * @param superuser true when the account has the right {@link Right#SUPERUSER}
     * @param deletedAt when the account was marked as deleted; null while it is not
     * @param disabledUntil when a temporary disabling ends; null for an enabled account, and for one that is disabled
     *     without an end
     * @param program true for an account whose role is declared for programs and which no sign-in opens; set by
     *     services, while stores return false
     */
    public record Status(
            boolean active,
            boolean staff,
            boolean superuser,
            @Nullable Instant deletedAt,
            @Nullable Instant disabledUntil,
            boolean program) {

        /** An enabled account without rights. */
        public static final Status ORDINARY = new Status(true, false, false, null);

        /**
         * Creates the status of an account of a person.
         *
         * @param active false while the account is disabled
         * @param staff true when the account has the right {@link Right#STAFF}
         * @param superuser true when the account has the right {@link Right#SUPERUSER}
         * @param deletedAt when the account was marked as deleted; null while it is not
         * @param disabledUntil when a temporary disabling ends; null for an enabled account, and for one that is
         *     disabled without an end
         */
        public Status(
                boolean active,
                boolean staff,
                boolean superuser,
                @Nullable Instant deletedAt,
                @Nullable Instant disabledUntil) {
            this(active, staff, superuser, deletedAt, disabledUntil, false);
        }

        /**
         * Creates the status of an account of a person, without a temporary disabling.
         *
         * @param active false while the account is disabled
         * @param staff true when the account has the right {@link Right#STAFF}
         * @param superuser true when the account has the right {@link Right#SUPERUSER}
         * @param deletedAt when the account was marked as deleted; null while it is not
         */
        public Status(boolean active, boolean staff, boolean superuser, @Nullable Instant deletedAt) {
            this(active, staff, superuser, deletedAt, null);
        }

        /**
         * {@return the status in effect at a time: active when a temporary disabling has ended} Services return
         * accounts with this status; stores return the values of the columns.
         *
         * @param now the time
         */
        public Status at(Instant now) {
            return disabledUntil == null || now.isBefore(disabledUntil)
                    ? this
                    : new Status(true, staff, superuser, deletedAt, null, program);
        }

        /** {@return a copy for an account of a program} */
        public Status ofProgram() {
            return new Status(active, staff, superuser, deletedAt, disabledUntil, true);
        }

        /** {@return the rights that the flags grant} */
        public Set<Right> rights() {
            Set<Right> rights = EnumSet.noneOf(Right.class);
            if (staff) {
                rights.add(Right.STAFF);
            }
            if (superuser) {
                rights.add(Right.SUPERUSER);
            }
            return Set.copyOf(rights);
        }

        /** {@return true when a person may use the account: active, not deleted, and not an account of a program} */
        public boolean mayAct() {
            return isOpen() && !program;
        }

        /** {@return true when a person or a program may use the account: active and not deleted} */
        public boolean isOpen() {
            return active && deletedAt == null;
        }
    }

    /**
     * The dates of an account.
     *
     * @param joinedAt when the account was opened
     * @param lastLoginAt when the user last signed in; null before the first sign-in
     * @param termsAcceptedAt when the user accepted the terms; null when the user has not
     * @param admittedAt when an import admitted the account: since then the password opens it with an unproven e-mail
     *     address or phone number; null for other accounts, and after the first proof
     */
    public record Dates(
            Instant joinedAt,
            @Nullable Instant lastLoginAt,
            @Nullable Instant termsAcceptedAt,
            @Nullable Instant admittedAt) {

        /**
         * Creates the dates of an account that was not admitted by an import.
         *
         * @param joinedAt when the account was opened
         * @param lastLoginAt when the user last signed in; null before the first sign-in
         * @param termsAcceptedAt when the user accepted the terms; null when the user has not
         */
        public Dates(Instant joinedAt, @Nullable Instant lastLoginAt, @Nullable Instant termsAcceptedAt) {
            this(joinedAt, lastLoginAt, termsAcceptedAt, null);
        }
    }
}
