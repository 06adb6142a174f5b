package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.OwnPasskeys;

/** What the owner calls a passkey. */
final class PasskeyName {

    private PasskeyName() {}

    static String of(String name) {
        String text = name.strip();
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (text.isEmpty() || text.length() > OwnPasskeys.NAME_MAX || !plain) {
            throw new IllegalArgumentException(
                    "a passkey has a name of 1 to " + OwnPasskeys.NAME_MAX + " characters that can be printed");
        }
        return text;
    }
}
