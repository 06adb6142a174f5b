package dev.lockstile.auth.imports.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the host serves the other sites with which users of the source sign in, since these users could not sign
 * in after the cut-over.
 */
final class SocialProviderCheck {

    private SocialProviderCheck() {}

    /**
     * @param found numbers of accounts in the source, by site
     * @param served the sites that the host serves; null when they are not declared
     */
    static List<CheckFinding> of(Map<String, Long> found, @Nullable Set<String> served) {
        Map<String, Long> missing = new TreeMap<>(found);
        if (served != null) {
            missing.keySet().removeAll(served);
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(
                served == null
                        ? CheckFinding.warning(
                                "MB-16",
                                "people sign in with other sites, and the host does not tell which it serves: "
                                        + missing,
                                "tell them in ManagedHost.socialProviders()")
                        : CheckFinding.error(
                                "MB-16",
                                "people sign in with sites that the host does not serve: " + missing,
                                "give each to AuthBuilder.social(...) under that name (docs/social.md)"));
    }
}
