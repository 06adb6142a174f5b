package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints of fastapi-users over the flows of this library, for clients that were written for it. */
public final class FastApiEndpoints {

    private FastApiEndpoints() {}

    /** The routes, but for those of groups that the host leaves out. */
    public static List<Route> routes(Auth auth, HttpSettings settings) {
        List<Route> routes = new ArrayList<>();
        if (!settings.isWithout(EndpointGroup.PASSWORDS)) {
            routes.addAll(new FastApiLogin(auth).routes(settings.cookies()));
            routes.addAll(new FastApiReset(auth).routes());
        }
        if (settings.offersSignUp()) {
            routes.addAll(new FastApiRegistration(auth).routes());
        }
        routes.addAll(new FastApiMe(auth).routes());
        if (!settings.isWithout(EndpointGroup.ADMINISTRATION)) {
            routes.addAll(new FastApiUsers(auth).routes());
        }
        return routes.stream()
                .map(route -> new Route(route.method(), route.path(), FastApiAnswers.of(route.handler())))
                .toList();
    }

    /** The request with one path for both mappings of the servlet, {@code /auth/*} and {@code /users/*}. */
    public static HttpServletRequest placed(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getPathInfo() {
                String path = super.getPathInfo();
                boolean users = super.getServletPath().endsWith("/users");
                return users ? "/users" + (path == null ? "" : path) : path;
            }
        };
    }
}
