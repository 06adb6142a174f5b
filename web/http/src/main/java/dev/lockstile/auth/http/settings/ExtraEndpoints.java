package dev.lockstile.auth.http.settings;

import java.util.Set;

/**
 * Endpoints that are served only where the host asks for them.
 *
 * @param purposes of the host's own, whose codes signed-in callers ask for and verify over HTTP
 * @param fastApiUsers true where the endpoints of fastapi-users are served in place of those of this library
 */
public record ExtraEndpoints(Set<String> purposes, boolean fastApiUsers) {

    /** None. */
    public static final ExtraEndpoints NONE = new ExtraEndpoints(Set.of(), false);

    /**
     * Copies the set.
     *
     * @param purposes of the host's own, whose codes signed-in callers ask for and verify over HTTP
     * @param fastApiUsers true where the endpoints of fastapi-users are served in place of those of this library
     */
    public ExtraEndpoints {
        purposes = Set.copyOf(purposes);
    }
}
