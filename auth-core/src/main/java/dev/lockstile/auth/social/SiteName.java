package dev.lockstile.auth.social;

import java.util.Map;

/** How people call the sites they sign in with, on pages and in messages. */
public final class SiteName {

    private static final Map<String, String> KNOWN = Map.of(
            "apple", "Apple",
            "facebook", "Facebook",
            "github", "GitHub",
            "google", "Google",
            "linkedin", "LinkedIn",
            "microsoft", "Microsoft");

    private SiteName() {}

    /**
     * {@return the name of the site; of another one than the well-known ones its provider's name, with a capital}
     *
     * @param provider the name of a {@link SocialProvider}, such as {@code google}; may be empty
     */
    public static String of(String provider) {
        return provider.isEmpty()
                ? ""
                : KNOWN.getOrDefault(provider, Character.toUpperCase(provider.charAt(0)) + provider.substring(1));
    }
}
