package dev.lockstile.auth.pages;

import java.util.List;
import java.util.Map;

/** How people call the sites they sign in with. */
final class SiteName {

    private static final Map<String, String> KNOWN = Map.of(
            "apple", "Apple",
            "facebook", "Facebook",
            "github", "GitHub",
            "google", "Google",
            "linkedin", "LinkedIn",
            "microsoft", "Microsoft");

    private SiteName() {}

    /** The name of the site; of another one than the well-known ones its provider's name, with a capital. */
    static String of(String provider) {
        return KNOWN.containsKey(provider) || provider.isEmpty()
                ? KNOWN.getOrDefault(provider, "")
                : Character.toUpperCase(provider.charAt(0)) + provider.substring(1);
    }

    /** For templates: the provider's name, and how people call it. */
    static List<Map<String, String>> all(List<String> providers) {
        return providers.stream()
                .map(provider -> Map.of("name", provider, "site", of(provider)))
                .toList();
    }
}
