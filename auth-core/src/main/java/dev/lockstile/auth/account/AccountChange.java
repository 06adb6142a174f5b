package dev.lockstile.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants to change about the own account; null leaves a thing as it is.
 *
 * @param email the new address, which takes the old one's place when it is proven
 * @param phone the new number, which takes the old one's place when it is proven
 * @param username the new user name, at once
 * @param language BCP 47 tag of the language for messages
 * @param timezone IANA name such as {@code America/Mexico_City}
 * @param termsAccepted true accepts the terms now; an acceptance cannot be taken back
 */
public record AccountChange(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable Boolean termsAccepted) {

    /** Changes nothing: the beginning of every change. */
    public static final AccountChange NONE = new AccountChange(null, null, null, null, null, null);

    public AccountChange withEmail(String newEmail) {
        return new AccountChange(newEmail, phone, username, language, timezone, termsAccepted);
    }

    public AccountChange withPhone(String newPhone) {
        return new AccountChange(email, newPhone, username, language, timezone, termsAccepted);
    }

    public AccountChange withUsername(String newUsername) {
        return new AccountChange(email, phone, newUsername, language, timezone, termsAccepted);
    }

    public AccountChange withLanguage(String newLanguage) {
        return new AccountChange(email, phone, username, newLanguage, timezone, termsAccepted);
    }

    public AccountChange withTimezone(String newTimezone) {
        return new AccountChange(email, phone, username, language, newTimezone, termsAccepted);
    }

    @Override
    public String toString() {
        return "AccountChange[hidden]";
    }
}
