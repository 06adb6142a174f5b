package dev.lockstile.examples.quickstart.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The style sheet and the scripts of the pages, by a list of names, so that no path leads elsewhere. */
final class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "/pages.css", "text/css;charset=utf-8",
            "/pages.js", "text/javascript;charset=utf-8",
            "/api.js", "text/javascript;charset=utf-8",
            "/icon.svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = String.valueOf(request.getPathInfo());
        String type = TYPES.get(name);
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream in = AssetServlet.class.getResourceAsStream("/quickstart/assets" + name)) {
            if (in == null) {
                throw new IOException("the file " + name + " is not in the jar");
            }
            byte[] body = in.readAllBytes();
            response.setContentType(type);
            response.setContentLength(body.length);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.setHeader("Cache-Control", "public, max-age=300");
            response.getOutputStream().write(body);
        }
    }
}
