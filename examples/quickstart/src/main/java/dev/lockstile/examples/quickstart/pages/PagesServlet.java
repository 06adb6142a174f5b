package dev.lockstile.examples.quickstart.pages;

import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages: takes the request, lets its handler answer, and writes the answer under a strict policy. */
final class PagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PagesServlet.class);
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final transient Routes routes;
    private final transient Views views;
    private final transient Sessions sessions;
    private final transient Csrf csrf;
    private final transient Map<String, Texts> texts = Texts.all();

    PagesServlet(Routes routes, Views views, Sessions sessions, Csrf csrf) {
        this.routes = routes;
        this.views = views;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookies cookies = new Cookies(request, response);
        Texts words = Language.of(request, cookies, texts);
        Visit visit = null;
        try {
            Map<String, String> typed = Typed.read(request);
            visit = visit(request, cookies, typed, words);
            String wished = visit.param("lang");
            if (request.getMethod().equals("GET") && texts.containsKey(wished) && routes.knows(visit.path())) {
                Language.keep(cookies, wished);
                String kept = visit.keptQuery();
                redirect(response, kept.isEmpty() ? visit.path() : visit.path() + "?" + kept);
                return;
            }
            write(response, answer(request, visit), visit);
        } catch (StoreUnavailableException e) {
            LOG.warn("the database is not available", e);
            fail(response, 503, "unavailable", anonymous(visit, request, cookies, words));
        } catch (Typed.MalformedException e) {
            fail(response, 400, "malformed", anonymous(visit, request, cookies, words));
        } catch (RuntimeException e) {
            LOG.error("a page failed", e);
            fail(response, 500, "internal", anonymous(null, request, cookies, words));
        }
    }

    private Reply answer(HttpServletRequest request, Visit visit) {
        Function<Visit, Reply> handler = routes.find(request.getMethod(), visit.path());
        if (handler == null) {
            return routes.knows(visit.path()) ? Reply.error(405, "method") : Reply.error(404, "not-found");
        }
        boolean foreign = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (request.getMethod().equals("POST") && (foreign || !visit.isOwnForm())) {
            return Reply.error(403, "csrf");
        }
        return handler.apply(visit);
    }

    private Visit visit(HttpServletRequest request, Cookies cookies, Map<String, String> typed, Texts words) {
        Visit.Sender sender = new Visit.Sender(
                String.valueOf(request.getPathInfo()),
                words,
                address(request),
                BrowserName.of(request.getHeader("User-Agent")));
        return new Visit(sender, typed, cookies, new PageSession(sessions, cookies), csrf);
    }

    /** Jetty writes an IPv6 address in brackets. */
    private static String address(HttpServletRequest request) {
        return request.getRemoteAddr().replaceAll("[\\[\\]]", "");
    }

    private Visit anonymous(@Nullable Visit visit, HttpServletRequest request, Cookies cookies, Texts words) {
        if (visit != null) {
            return visit;
        }
        Visit.Sender sender = new Visit.Sender("/", words, address(request), null);
        return new Visit(sender, Map.of(), cookies, PageSession.nobody(sessions, cookies), csrf);
    }

    private void fail(HttpServletResponse response, int status, String what, Visit visit) throws IOException {
        write(response, Reply.error(status, what), visit);
    }

    private void write(HttpServletResponse response, Reply reply, Visit visit) throws IOException {
        if (reply instanceof Reply.Go go) {
            redirect(response, go.path());
            return;
        }
        Reply.Page page = (Reply.Page) reply;
        byte[] body = views.render(page, visit).getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status());
        guard(response);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Language", visit.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** 303: whatever the method was, the next one is GET. */
    private static void redirect(HttpServletResponse response, String path) {
        guard(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void guard(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
