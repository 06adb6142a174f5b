package dev.lockstile.examples.quickstart;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;

/**
 * Serves {@code //auth//me/} as {@code /auth/me/}: clients that join a host and a base path, as the published collections
 * do, send such paths. The path is made plain before any filter or servlet is chosen, so all of them see the same one and
 * no filter is passed by with one slash more. Every other ambiguity of a path stays refused.
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
        String plain = URIUtil.compactPath(asked.getPath());
        if (plain == null || plain.equals(asked.getPath())) {
            return super.handle(request, response, callback);
        }
        HttpURI meant = HttpURI.build(asked).path(plain).asImmutable();
        return super.handle(Request.serveAs(request, meant), response, callback);
    }
}
