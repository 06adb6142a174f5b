package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.FormDescription;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.web.RequestInput;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what a handler asks for: who calls, which fields, which parameters. */
final class RouteDescription implements RequestInput {

    private static final Caller NOBODY =
            new Caller(new UserId(0L), new SessionId("0"), new ProfileId(0L), Set.of(), Set.of(), Instant.EPOCH);

    final Route route;
    final Set<String> parameters = new LinkedHashSet<>();
    final Set<String> headers = new LinkedHashSet<>();
    boolean signedIn;

    @Nullable
    FormDescription body;

    RouteDescription(Route route) {
        this.route = route;
    }

    @Override
    public Caller caller(Sessions sessions) {
        signedIn = true;
        return NOBODY;
    }

    @Override
    public Form form(int maxBytes) {
        FormDescription description = new FormDescription();
        body = description;
        return Form.describing(description);
    }

    @Override
    public Query query() {
        return new Query(null);
    }

    @Override
    public @Nullable String header(String name) {
        headers.add(name);
        return null;
    }
}
