package dev.lockstile.examples.quickstart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The pages that links in messages lead to. Opening one changes nothing, so that a mail scanner that follows links
 * confirms nobody; the person presses the button.
 */
final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> PAGES =
            Map.of("/", "home", "/confirm", "confirm", "/reset", "reset", "/api", "api");

    private final boolean dev;

    PageServlet(boolean dev) {
        this.dev = dev;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = PAGES.get(String.valueOf(request.getPathInfo()));
        if (page == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = read(page)
                .replace("<!-- dev -->", dev ? "<p><a href=\"/dev/inbox\">Development inbox</a></p>" : "")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String read(String page) throws IOException {
        try (InputStream in = PageServlet.class.getResourceAsStream("/quickstart/pages/" + page + ".html")) {
            if (in == null) {
                throw new IOException("the page " + page + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
