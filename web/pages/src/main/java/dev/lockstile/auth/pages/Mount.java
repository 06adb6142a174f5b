package dev.lockstile.auth.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the pages are mounted, and which of them is asked for.
 *
 * @param base what stands before our paths, such as {@code /shop/account}; empty at the root
 * @param path of ours, such as {@code /sign-in}
 */
record Mount(String base, String path) {

    /** No empty segment: {@code //evil.example} as the beginning of an address leads to another site. */
    private static final Pattern BASE = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    /** Empty where the request came by a path that no page can be named under. */
    static Optional<Mount> of(HttpServletRequest request) {
        String base = request.getContextPath() + request.getServletPath();
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        return BASE.matcher(base).matches() ? Optional.of(new Mount(base, path)) : Optional.empty();
    }
}
