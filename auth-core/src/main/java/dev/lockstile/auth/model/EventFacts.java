package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an event, free of secrets and full identifiers.
 *
 * @param name stable name in the OWASP logging vocabulary, such as {@code authn_login_success}
 */
public record EventFacts(
        String name,
        Instant at,
        @Nullable String userRef,
        @Nullable String sessionRef,
        @Nullable String reason) {}
