package dev.lockstile.auth.pages;

import java.util.Locale;

/** The sign-in methods of the pages. */
public enum SignInWay {
    /** The password of the account. */
    PASSWORD,
    /** A passkey, where the host offers passkeys. */
    PASSKEY,
    /** An account at another site, where the host offers sign-in with other sites. */
    OTHER_SITES,
    /** A one-time code by e-mail or text message. */
    CODE,
    /** A link by e-mail, where the host sends such links. */
    LINK;

    /** As templates name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
