package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The values of an event. They hold no secret and no full e-mail address or phone number.
 *
 * @param name stable name in the OWASP logging vocabulary, such as {@code authn_login_success}
 * @param at when the event happened
 * @param userRef key of the user as text; null when the event concerns no known user
 * @param sessionRef id of the session; null when the event concerns no session, or all sessions of a user
 * @param reason the library's word for how or why the event happened; null for events that need none
 */
public record EventFacts(
        String name,
        Instant at,
        @Nullable String userRef,
        @Nullable String sessionRef,
        @Nullable String reason) {}
