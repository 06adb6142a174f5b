package dev.lockstile.auth.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers under a strict policy: nothing from elsewhere, no inline script or style, no frame, no cache. */
final class PageWriter {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final PageRenderer renderer;

    PageWriter(PageRenderer renderer) {
        this.renderer = renderer;
    }

    void write(HttpServletResponse response, Reply reply, PageRequest request) throws IOException {
        if (reply instanceof Reply.Go go) {
            redirect(response, request.site(go.path()));
        } else if (reply instanceof Reply.Leave leave) {
            redirect(response, leave.sitePath());
        } else if (reply instanceof Reply.Json json) {
            json(response, json);
        } else if (reply instanceof Reply.File file) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            body(response, 200, file.type(), file.body());
        } else {
            page(response, (Reply.Page) reply, request);
        }
    }

    private void page(HttpServletResponse response, Reply.Page page, PageRequest request) throws IOException {
        byte[] body = renderer.render(page, request).getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status());
        guard(response);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Language", request.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void json(HttpServletResponse response, Reply.Json json) throws IOException {
        body(response, json.status(), "application/json", json.body());
    }

    private static void body(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        guard(response);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** 303: whatever the method was, the next one is GET. */
    private static void redirect(HttpServletResponse response, String sitePath) {
        guard(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", sitePath);
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
