package dev.lockstile.auth.pages;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Names and icons of the commonly known passkey providers, by the AAGUID that an authenticator says of itself. */
final class Authenticators {

    private static final Properties NAMES = OwnFiles.properties("authenticators.properties");

    private Authenticators() {}

    /** Null for one that is not known. */
    static @Nullable String name(String aaguid) {
        return NAMES.getProperty(aaguid.toLowerCase(Locale.ROOT));
    }

    /** The name of an icon of the templates. */
    static String icon(String aaguid) {
        String name = name(aaguid);
        if (name == null) {
            return "passkey";
        }
        if (name.startsWith("YubiKey")) {
            return "key";
        }
        return switch (name) {
            case "Windows Hello", "Chrome", "Chromium", "Edge" -> "monitor";
            case "Samsung Pass" -> "phone";
            default -> "shield";
        };
    }
}
