package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import org.jspecify.annotations.Nullable;

/**
 * A change of the caller's own account; null leaves a value unchanged.
 *
 * @param email the new address, which replaces the old one when it is verified
 * @param phone the new number, which replaces the old one when it is verified
 * @param username the new user name, which replaces the old one at once
 * @param language BCP 47 tag of the language for messages
 * @param timezone IANA name such as {@code America/Mexico_City}
 * @param termsAccepted true accepts the terms now; an acceptance cannot be withdrawn
 * @param host values of the host's account fields; fields that are not in it are unchanged
 */
public record AccountChange(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable Boolean termsAccepted,
        HostValues host) {

    /**
     * Creates it without values of the host's own fields.
     *
     * @param email the new address, which replaces the old one when it is verified
     * @param phone the new number, which replaces the old one when it is verified
     * @param username the new user name, which replaces the old one at once
     * @param language BCP 47 tag of the language for messages
     * @param timezone IANA name such as {@code America/Mexico_City}
     * @param termsAccepted true accepts the terms now; an acceptance cannot be withdrawn
     */
    public AccountChange(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String username,
            @Nullable String language,
            @Nullable String timezone,
            @Nullable Boolean termsAccepted) {
        this(email, phone, username, language, timezone, termsAccepted, HostValues.NONE);
    }

    /** An empty change, to which the {@code with} methods add values. */
    public static final AccountChange NONE = new AccountChange(null, null, null, null, null, null);

    /**
     * {@return a copy with a new e-mail address, as typed}
     *
     * @param newEmail replaces the old address when it is verified
     */
    public AccountChange withEmail(String newEmail) {
        return new AccountChange(newEmail, phone, username, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new phone number, as typed}
     *
     * @param newPhone replaces the old number when it is verified
     */
    public AccountChange withPhone(String newPhone) {
        return new AccountChange(email, newPhone, username, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new user name, as typed}
     *
     * @param newUsername replaces the old name at once
     */
    public AccountChange withUsername(String newUsername) {
        return new AccountChange(email, phone, newUsername, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new language of messages, a BCP 47 tag}
     *
     * @param newLanguage for instance {@code pt-BR}
     */
    public AccountChange withLanguage(String newLanguage) {
        return new AccountChange(email, phone, username, newLanguage, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new time zone}
     *
     * @param newTimezone IANA name such as {@code America/Mexico_City}
     */
    public AccountChange withTimezone(String newTimezone) {
        return new AccountChange(email, phone, username, language, newTimezone, termsAccepted, host);
    }

    /**
     * {@return a copy with these values of the host's account fields}
     *
     * @param values replace those of this change; fields that are not in them are unchanged
     */
    public AccountChange withHost(HostValues values) {
        return new AccountChange(email, phone, username, language, timezone, termsAccepted, values);
    }

    @Override
    public String toString() {
        return "AccountChange[hidden]";
    }
}
