package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import org.jspecify.annotations.Nullable;

/** What an endpoint reads of a request: implemented by the request, and by a test that records what is read. */
public interface RequestInput {

    /** Who calls. */
    Caller caller(Sessions sessions);

    /** The body's fields. */
    RequestFields fields(int maxBytes);

    Query query();

    /** The one value of a header; null when it is not there. */
    @Nullable
    String header(String name);
}
