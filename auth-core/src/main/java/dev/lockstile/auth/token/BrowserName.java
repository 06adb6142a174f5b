package dev.lockstile.auth.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Browser and operating system by the header {@code User-Agent}. The header may hold any text; results are only names
 * known to the library.
 */
public final class BrowserName {

    /** In this order, since each browser names those before it too. */
    private static final List<List<String>> BROWSERS = List.of(
            List.of("Edg/", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("Firefox/", "Firefox"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"));

    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Android", "Android"),
            List.of("iPhone", "iOS"),
            List.of("iPad", "iPadOS"),
            List.of("Windows", "Windows"),
            List.of("Mac OS", "macOS"),
            List.of("Linux", "Linux"));

    private BrowserName() {}

    /**
     * {@return a name such as {@code Chrome, Windows}, or the browser only; null for an unknown browser}
     *
     * @param userAgent the header, or a former result; null where the client sends none
     */
    public static @Nullable String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        if (isOurs(userAgent)) {
            return userAgent;
        }
        String browser = find(userAgent, BROWSERS);
        String system = find(userAgent, SYSTEMS);
        return browser == null || system == null ? browser : browser + ", " + system;
    }

    private static boolean isOurs(String text) {
        String[] parts = text.split(", ", -1);
        return BROWSERS.stream().anyMatch(pair -> pair.get(1).equals(parts[0]))
                && (parts.length == 1
                        || (parts.length == 2
                                && SYSTEMS.stream().anyMatch(pair -> pair.get(1).equals(parts[1]))));
    }

    private static @Nullable String find(String text, List<List<String>> words) {
        return words.stream()
                .filter(pair -> text.contains(pair.get(0)))
                .map(pair -> pair.get(1))
                .findFirst()
                .orElse(null);
    }
}
