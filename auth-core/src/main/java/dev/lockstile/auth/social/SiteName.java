package dev.lockstile.auth.social;

import java.util.Map;

/** Display names of sites, for pages and messages. */
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
     * {@return the display name of a site; for an unknown site the provider's name with a capital letter}
     *
     * @param provider the name of a {@link SocialProvider}, such as {@code google}; may be empty
     */
    public static String of(String provider) {
        return provider.isEmpty()
                ? ""
                : KNOWN.getOrDefault(provider, Character.toUpperCase(provider.charAt(0)) + provider.substring(1));
    }
}
