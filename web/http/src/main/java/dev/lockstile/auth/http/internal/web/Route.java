package dev.lockstile.auth.http.internal.web;

/**
 * One endpoint.
 *
 * @param method the HTTP method in capitals
 * @param path below the base path, without slashes at the ends; one segment {@code {id}} stands for any one segment
 */
public record Route(String method, String path, Handler handler) {

    private static final String VARIABLE = "{id}";

    /** Does the work of an endpoint. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Exchange exchange);
    }

    public static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    public static Route patch(String path, Handler handler) {
        return new Route("PATCH", path, handler);
    }

    public static Route delete(String path, Handler handler) {
        return new Route("DELETE", path, handler);
    }

    /** Such as {@code POST login/basic}. */
    String name() {
        return method + " " + path;
    }

    boolean matches(String asked) {
        return hasVariable() ? !variable(asked).isEmpty() : path.equals(asked);
    }

    /** What stands in the place of the variable; empty when there is none. */
    String variable(String asked) {
        int at = path.indexOf(VARIABLE);
        if (at < 0) {
            return "";
        }
        int rest = at + VARIABLE.length();
        int end = asked.length() - (path.length() - rest);
        boolean fits = end > at
                && asked.regionMatches(0, path, 0, at)
                && asked.regionMatches(end, path, rest, path.length() - rest);
        String found = fits ? asked.substring(at, end) : "";
        return found.indexOf('/') < 0 ? found : "";
    }

    private boolean hasVariable() {
        return path.contains(VARIABLE);
    }
}
