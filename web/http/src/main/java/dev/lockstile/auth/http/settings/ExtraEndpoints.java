package dev.lockstile.auth.http.settings;

import java.util.Set;

/**
 * Endpoints that are served only where the host asks for them.
 *
 * @param purposes of the host's own, whose codes signed-in callers ask for and verify over HTTP
 */
public record ExtraEndpoints(Set<String> purposes) {

    /** None. */
    public static final ExtraEndpoints NONE = new ExtraEndpoints(Set.of());

    /**
     * Copies the set.
     *
     * @param purposes of the host's own, whose codes signed-in callers ask for and verify over HTTP
     */
    public ExtraEndpoints {
        purposes = Set.copyOf(purposes);
    }
}
