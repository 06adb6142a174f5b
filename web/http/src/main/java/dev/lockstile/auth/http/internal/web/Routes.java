package dev.lockstile.auth.http.internal.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all endpoints. A slash at the end of a path makes no difference. */
final class Routes {

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The endpoint for this method and path; refuses the request when no endpoint has the path. */
    Match find(String method, String pathInfo) {
        String path = trimmed(pathInfo);
        List<Route> there = routes.stream().filter(route -> route.matches(path)).toList();
        if (there.isEmpty()) {
            throw new RefusalException(ErrorCode.NOT_FOUND);
        }
        String wanted = method.equals("HEAD") ? "GET" : method;
        return there.stream()
                .filter(route -> route.method().equals(wanted))
                .findFirst()
                .map(route -> new Match(route.handler(), route.variable(path), route.name()))
                .orElseGet(() -> new Match(exchange -> wrongMethod(exchange, there), "", ""));
    }

    private static Answer wrongMethod(Exchange exchange, List<Route> there) {
        String allowed = there.stream()
                .map(Route::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .collect(Collectors.joining(", "));
        return ErrorAnswers.plain(ErrorCode.METHOD_NOT_ALLOWED, exchange.texts())
                .header("Allow", allowed);
    }

    private static String trimmed(String pathInfo) {
        String path = pathInfo.startsWith("/") ? pathInfo.substring(1) : pathInfo;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** An endpoint, what stands in the place of its path's variable, and its name. */
    record Match(Route.Handler handler, String variable, String name) {}
}
