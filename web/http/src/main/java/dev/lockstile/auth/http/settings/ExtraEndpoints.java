package dev.lockstile.auth.http.settings;

import java.util.Set;

/**
 * Endpoints that are only served when the host switches them on.
 *
 * @param purposes purposes declared by the host, for which authenticated callers request and verify codes over HTTP
 * @param fastApiUsers true where the endpoints of fastapi-users are served in place of those of this library
 */
public record ExtraEndpoints(Set<String> purposes, boolean fastApiUsers) {

    /** No extra endpoints. */
    public static final ExtraEndpoints NONE = new ExtraEndpoints(Set.of(), false);

    /**
     * Copies the set.
     *
     * @param purposes purposes declared by the host, for which authenticated callers request and verify codes over
     *     HTTP
     * @param fastApiUsers true where the endpoints of fastapi-users are served in place of those of this library
     */
    public ExtraEndpoints {
        purposes = Set.copyOf(purposes);
    }
}
