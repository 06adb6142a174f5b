package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an event, free of secrets and full identifiers.
 *
 * @param name stable name in the OWASP logging vocabulary, such as {@code authn_login_success}
 * @param at when it happened
 * @param userRef key of the user as text; null when it is about no known user
 * @param sessionRef id of the session; null when it is about none, or about all of a user's
 * @param reason how or why, in words of the library; null where the name says all
 */
public record EventFacts(
        String name,
        Instant at,
        @Nullable String userRef,
        @Nullable String sessionRef,
        @Nullable String reason) {}
