package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.HttpSettings;
import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request as the endpoints see it. Each part is read when it is asked for: who is not let in has no body read.
 *
 * @param variable the part of the path that names a thing; empty where the path has none
 * @param texts in the client's language
 */
public record Exchange(HttpServletRequest request, String variable, Texts texts, HttpSettings settings) {

    private static final int LABEL_MAX = 120;

    /** Who calls; refuses the request when no valid access token says so. */
    public Caller caller(Sessions sessions) {
        return Bearer.caller(request, sessions);
    }

    /** The body's fields; refuses the request when it is no JSON object in UTF-8 within the limit. */
    public Form form() {
        return new Form(Body.read(request), settings.naming());
    }

    public Query query() {
        return new Query(request.getQueryString());
    }

    /** The client's address as the host tells it. */
    public @Nullable String address() {
        return settings.address().of(request);
    }

    /** The client's dearest language as a BCP 47 tag; null when it names none. */
    public @Nullable String language() {
        return Messages.dearest(request.getHeader("Accept-Language"));
    }

    /** Where the request comes from, for a sign-in. */
    public ClientInfo client(ClientFields fields) {
        return new ClientInfo(fields.kind(), fields.device(), address(), label(request.getHeader("User-Agent")));
    }

    /** A short printable name of the client; its owner will read it, so nothing may hide or reorder text. */
    private static @Nullable String label(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String printable = userAgent
                .chars()
                .filter(c -> c >= ' ' && c <= '~')
                .limit(LABEL_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return printable.isEmpty() ? null : printable;
    }
}
