package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * A user as flows and answers see one: everything but secrets.
 *
 * @param id key of the user
 * @param identifiers what the user goes by, and which of it is owned and proven
 * @param status what the server decides about the account
 * @param dates of the account's life
 * @param settings JSON object of the user, with language and time zone among others
 */
public record UserInfo(
        UserId id, IdentifierStates identifiers, AccountStatus status, UserDates dates, SettingsJson settings) {

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
     * {@return true when the password opens the account by an address or number that it owns and nobody has proven: a
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
     * {@return the same with these identifiers}
     *
     * @param other take the place of those of this one
     */
    public UserInfo with(IdentifierStates other) {
        return new UserInfo(id, other, status, dates, settings);
    }

    @Override
    public String toString() {
        return "UserInfo[" + id + "]";
    }
}
