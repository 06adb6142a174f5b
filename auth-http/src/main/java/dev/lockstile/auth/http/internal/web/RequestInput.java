package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import org.jspecify.annotations.Nullable;

/** Where a handler gets from what it asks of a request: from the request, or from a note of what is asked. */
public interface RequestInput {

    /** Who calls. */
    Caller caller(Sessions sessions);

    /** The body's fields. */
    Form form(int maxBytes);

    Query query();

    /** The one value of a header; null when it is not there. */
    @Nullable
    String header(String name);
}
