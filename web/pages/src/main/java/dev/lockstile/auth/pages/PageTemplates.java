package dev.lockstile.auth.pages;

import java.util.List;
import java.util.Map;

/**
 * The templates by name: the host's own, else ours. No other name is read, so that no template reaches another file.
 *
 * @param replaced the host's own
 */
record PageTemplates(Map<String, String> replaced) {

    static final List<String> NAMES = List.of(
            "account",
            "activity",
            "admin",
            "admin-bulk",
            "admin-bulk-done",
            "admin-events",
            "admin-figures",
            "admin-host-list",
            "admin-invitations",
            "admin-list",
            "admin-merge",
            "admin-password",
            "admin-roles",
            "admin-service-accounts",
            "admin-service-key",
            "admin-service-key-made",
            "admin-user",
            "admin-users",
            "after-form",
            "api",
            "api-key",
            "api-keys",
            "ask",
            "before-form",
            "change",
            "change-confirm",
            "code",
            "code-verify",
            "confirm",
            "confirm-over",
            "delete",
            "deletion",
            "deletion-asked",
            "error",
            "foot",
            "forgotten",
            "forgotten-sent",
            "head",
            "home",
            "icons",
            "layout",
            "link",
            "link-open",
            "link-sent",
            "new-password",
            "not-me",
            "own-data",
            "parts",
            "passkey",
            "passkey-add",
            "password",
            "password-set",
            "preferences",
            "profile",
            "prove",
            "recovery-codes",
            "recovery-codes-renew",
            "register",
            "register-sent",
            "reset",
            "second-factor",
            "second-factor-enrol",
            "sign-in",
            "sign-in-ways",
            "social",
            "social-away",
            "totp",
            "ways");

    boolean has(String name) {
        return NAMES.contains(name);
    }

    String source(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("there is no template of this name");
        }
        String own = replaced.get(name);
        return own == null ? OwnFiles.text(name + ".html") : own;
    }
}
