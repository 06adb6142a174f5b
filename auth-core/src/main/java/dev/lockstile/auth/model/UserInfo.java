package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/** A user as flows and answers see one: everything but secrets. */
public record UserInfo(
        UserId id, IdentifierStates identifiers, AccountStatus status, UserDates dates, SettingsJson settings) {

    public @Nullable String email() {
        return identifiers.email().value();
    }

    public @Nullable String phone() {
        return identifiers.phone().value();
    }

    public @Nullable String username() {
        return identifiers.username().value();
    }

    /**
     * True when the password opens the account by an address or number that it owns and nobody has proven: a former
     * system let the person in with it. Such an identifier counts as proven nowhere.
     */
    public boolean isAdmitted() {
        return dates.admittedAt() != null;
    }

    /** The language inside {@code settings}; null when none is set. */
    public @Nullable String language() {
        return settings.string("language");
    }

    /** The time zone inside {@code settings}; null when none is set. */
    public @Nullable String timezone() {
        return settings.string("timezone");
    }

    /** The same with these identifiers. */
    public UserInfo with(IdentifierStates other) {
        return new UserInfo(id, other, status, dates, settings);
    }

    @Override
    public String toString() {
        return "UserInfo[" + id + "]";
    }
}
