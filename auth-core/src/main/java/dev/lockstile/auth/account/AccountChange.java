package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
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
 * @param host values of the host's account fields; those that are not in it stay as they are
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
     * @param email the new address, which takes the old one's place when it is proven
     * @param phone the new number, which takes the old one's place when it is proven
     * @param username the new user name, at once
     * @param language BCP 47 tag of the language for messages
     * @param timezone IANA name such as {@code America/Mexico_City}
     * @param termsAccepted true accepts the terms now; an acceptance cannot be taken back
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

    /** Changes nothing: the beginning of every change. */
    public static final AccountChange NONE = new AccountChange(null, null, null, null, null, null);

    /**
     * {@return a copy with a new e-mail address, as typed}
     *
     * @param newEmail takes the old address's place when it is proven
     */
    public AccountChange withEmail(String newEmail) {
        return new AccountChange(newEmail, phone, username, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new phone number, as typed}
     *
     * @param newPhone takes the old number's place when it is proven
     */
    public AccountChange withPhone(String newPhone) {
        return new AccountChange(email, newPhone, username, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new user name, as typed}
     *
     * @param newUsername takes the old name's place at once
     */
    public AccountChange withUsername(String newUsername) {
        return new AccountChange(email, phone, newUsername, language, timezone, termsAccepted, host);
    }

    /**
     * {@return a copy with a new language of messages, a BCP 47 tag}
     *
     * @param newLanguage such as {@code pt-BR}
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
     * @param values replace those of this change; fields that are not in them stay as they are
     */
    public AccountChange withHost(HostValues values) {
        return new AccountChange(email, phone, username, language, timezone, termsAccepted, values);
    }

    @Override
    public String toString() {
        return "AccountChange[hidden]";
    }
}
