package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as flows and answers see one: everything but secrets.
 *
 * @param id key of the user
 * @param identifiers the identifiers of the user, and which of them are owned and verified
 * @param status what the server decides about the account
 * @param dates of the account's life
 * @param settings JSON object of the user, with language and time zone among others
 */
public record UserInfo(UserId id, IdentifierStates identifiers, Status status, Dates dates, SettingsJson settings) {

    /** {@return the e-mail address as it is stored, proven or not; null when there is none} */
    public @Nullable String email() {
        return identifiers.email().value();
    }

    /** {@return the phone number as it is stored, proven or not; null when there is none} */
    public @Nullable String phone() {
        return identifiers.phone().value();
    }

    /** {@return the user name as it is stored; null when there is none} */
    public @Nullable String username() {
        return identifiers.username().value();
    }

    /**
     * {@return true when the password opens the account by an unproven address or number that it owns: a
     * former system let the person in with it} Such an identifier counts as proven nowhere.
     */
    public boolean isAdmitted() {
        return dates.admittedAt() != null;
    }

    /** {@return the language inside {@code settings}; null when none is set} */
    public @Nullable String language() {
        return settings.string("language");
    }

    /** {@return the time zone inside {@code settings}; null when none is set} */
    public @Nullable String timezone() {
        return settings.string("timezone");
    }

    /**
     * {@return a copy with these identifiers}
     *
     * @param other take the place of those of this one
     */
    public UserInfo with(IdentifierStates other) {
        return new UserInfo(id, other, status, dates, settings);
    }

    /**
     * {@return the same as it counts at a moment}
     *
     * @param now the moment
     */
    public UserInfo at(Instant now) {
        Status counts = status.at(now);
        return counts.equals(status) ? this : new UserInfo(id, identifiers, counts, dates, settings);
    }

    @Override
    public String toString() {
        return "UserInfo[" + id + "]";
    }

    /**
     * What the server decides about an account.
     *
     * @param active false while the account is disabled
     * @param staff true for staff of the host
     * @param superuser true for a superuser
     * @param deletedAt when the account was marked as deleted; null while it is not
     * @param disabledUntil when a disabled account opens again by itself; null for one that is enabled, or disabled
     *     without an end
     * @param program true for an account in a role that is declared for programs, which no sign-in opens; services tell
     *     it, and a store says false
     */
    public record Status(
            boolean active,
            boolean staff,
            boolean superuser,
            @Nullable Instant deletedAt,
            @Nullable Instant disabledUntil,
            boolean program) {

        /** An ordinary account in good standing. */
        public static final Status ORDINARY = new Status(true, false, false, null);

        /**
         * One of a person.
         *
         * @param active false while the account is disabled
         * @param staff true for staff of the host
         * @param superuser true for a superuser
         * @param deletedAt when the account was marked as deleted; null while it is not
         * @param disabledUntil when a disabled account opens again by itself; null for one that is enabled, or disabled
         *     without an end
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
         * One that is not disabled for a time.
         *
         * @param active false while the account is disabled
         * @param staff true for staff of the host
         * @param superuser true for a superuser
         * @param deletedAt when the account was marked as deleted; null while it is not
         */
        public Status(boolean active, boolean staff, boolean superuser, @Nullable Instant deletedAt) {
            this(active, staff, superuser, deletedAt, null);
        }

        /**
         * {@return the effective status at a time: active where a temporary disabling has ended} Services return
         * accounts with this status; a store returns the values of the columns.
         *
         * @param now the moment
         */
        public Status at(Instant now) {
            return disabledUntil == null || now.isBefore(disabledUntil)
                    ? this
                    : new Status(true, staff, superuser, deletedAt, null, program);
        }

        /** {@return the same of an account of a program} */
        public Status ofProgram() {
            return new Status(active, staff, superuser, deletedAt, disabledUntil, true);
        }

        /** {@return the rights the flags stand for} */
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

        /** {@return true when a person may use the account: active, not deleted, and of no program} */
        public boolean mayAct() {
            return isOpen() && !program;
        }

        /** {@return true when a person or a program may use the account: active and not deleted} */
        public boolean isOpen() {
            return active && deletedAt == null;
        }
    }

    /**
     * The dates of an account's life.
     *
     * @param joinedAt when the account was opened
     * @param lastLoginAt when the person last signed in; null before the first sign-in
     * @param termsAcceptedAt when the person accepted the terms; null without it
     * @param admittedAt since when the password opens the account by an unproven address or number, as an
     *     import grants it to those whom a former system let in; null for all others, and after the
     *     first proof
     */
    public record Dates(
            Instant joinedAt,
            @Nullable Instant lastLoginAt,
            @Nullable Instant termsAcceptedAt,
            @Nullable Instant admittedAt) {

        /**
         * Dates of an account that a password opens by proven identifiers only.
         *
         * @param joinedAt when the account was opened
         * @param lastLoginAt when the person last signed in; null before the first sign-in
         * @param termsAcceptedAt when the person accepted the terms; null without it
         */
        public Dates(Instant joinedAt, @Nullable Instant lastLoginAt, @Nullable Instant termsAcceptedAt) {
            this(joinedAt, lastLoginAt, termsAcceptedAt, null);
        }
    }
}
