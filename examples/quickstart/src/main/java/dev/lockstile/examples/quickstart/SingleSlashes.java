package dev.lockstile.examples.quickstart;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code //auth//me/} as {@code /auth/me/}: clients that join a host and a base path, as the published
 * collections do, send such paths. The path is made plain before any filter or servlet is chosen, so all of them see
 * the same one and no filter is passed by with one slash more. Every other ambiguity of a path stays refused.
 */
final class SingleSlashes extends Handler.Wrapper {

    /** What the connector has to let through for this handler. */
    static final UriCompliance COMPLIANCE =
            UriCompliance.DEFAULT.with("single-slashes", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    SingleSlashes(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI asked = request.getHttpURI();
        HttpURI meant = plain(asked);
        if (meant == null || meant.hasViolations()) { // as /auth/;x/me/, whose empty segment is no second slash
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        Request served = meant.equals(asked) ? request : Request.serveAs(request, meant);
        return super.handle(served, response, callback);
    }

    /** Null when the path leads above the root once its empty segments are gone. */
    private static @Nullable HttpURI plain(HttpURI asked) {
        String path = URIUtil.compactPath(asked.getPath());
        if (path == null || path.equals(asked.getPath())) {
            return asked;
        }
        try {
            return HttpURI.build(asked).path(path).asImmutable();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
