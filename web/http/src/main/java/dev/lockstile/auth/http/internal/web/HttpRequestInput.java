package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.KnownMembers;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Reads a request, each part when it is asked for. */
record HttpRequestInput(
        HttpServletRequest request,
        HttpSettings settings,
        @Nullable KnownMembers known) implements RequestInput {

    @Override
    public Caller caller(Sessions sessions) {
        boolean byHeader = request.getHeader("Authorization") != null;
        return !byHeader && settings.cookies() && CookieTransport.hasAccess(request)
                ? CookieTransport.caller(request, sessions)
                : Bearer.caller(request, sessions);
    }

    @Override
    public RequestFields fields(int maxBytes) {
        JsonObject body = Body.read(request, maxBytes);
        return known == null ? new RequestFields(body, settings.naming()) : new RequestFields(body, known);
    }

    @Override
    public Query query() {
        return new Query(request.getQueryString());
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }
}
