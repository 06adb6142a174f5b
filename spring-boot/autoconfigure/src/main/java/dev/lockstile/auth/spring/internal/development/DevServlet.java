package dev.lockstile.auth.spring.internal.development;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code GET /dev/messages} as JSON and {@code GET /dev/inbox} as a page, newest first. */
final class DevServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DevInbox inbox;
    private final transient JsonFactory json = new JsonFactory();

    DevServlet(DevInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (request.getServletPath()) {
            case "/dev/messages" -> send(response, "application/json", messages());
            case "/dev/inbox" -> {
                response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                send(response, "text/html", InboxPage.render(inbox.entries()));
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String messages() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            inbox.entries().forEach(entry -> write(out, entry));
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, DevInbox.Entry entry) {
        out.writeStartObject();
        field(out, "id", entry.id());
        field(out, "channel", entry.channel());
        field(out, "to", entry.to());
        field(out, "subject", entry.subject());
        field(out, "text", entry.text());
        field(out, "html", entry.html());
        field(out, "code", entry.code());
        field(out, "link", entry.link());
        field(out, "at", entry.at().toString());
        out.writeEndObject();
    }

    private static void field(JsonGenerator out, String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
    }

    private static void send(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
