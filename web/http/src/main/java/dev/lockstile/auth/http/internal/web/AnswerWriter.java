package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends an answer with the headers that all answers have: no caching, no content sniffing. */
public final class AnswerWriter {

    private final JsonText json;

    public AnswerWriter(HttpSettings settings) {
        json = new JsonText(settings.naming()::wire);
    }

    /** Sends it, and takes what the client may still be sending. */
    public void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        answer.headers().forEach(response::setHeader);
        answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (answer.status() == ErrorCode.PAYLOAD_TOO_LARGE.status() && isHttp1(request)) {
            response.setHeader("Connection", "close");
        }
        Object body = answer.body();
        boolean headOnly = request.getMethod().equals("HEAD");
        if (body instanceof CsvFile file) {
            write(response, "text/csv;charset=utf-8", file.text().getBytes(StandardCharsets.UTF_8), headOnly);
        } else if (body != null) {
            write(response, "application/json;charset=utf-8", json.write(body), headOnly);
        }
        response.flushBuffer();
        BodyDrain.discard(request);
    }

    private static void write(HttpServletResponse response, String type, byte[] body, boolean headOnly)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!headOnly) {
            response.getOutputStream().write(body);
        }
    }

    /** Later versions know no such header (RFC 9113 8.2.2). */
    private static boolean isHttp1(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1");
    }
}
