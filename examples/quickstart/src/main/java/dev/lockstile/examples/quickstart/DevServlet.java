package dev.lockstile.examples.quickstart;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /dev/messages} as JSON and {@code GET /dev/inbox} as a page, newest first. */
final class DevServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DevInbox inbox;
    private final transient JsonMapper json = JsonMapper.builder().build();

    DevServlet(DevInbox inbox) {
        this.inbox = inbox;
    }

    /** Adds it, for callers on this machine alone. */
    static void mount(ServletContextHandler context, DevInbox inbox) {
        context.addFilter(new FilterHolder(new LoopbackFilter()), "/dev/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new DevServlet(inbox)), "/dev/*");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (String.valueOf(request.getPathInfo())) {
            case "/messages" -> send(response, "application/json", messages());
            case "/inbox" -> {
                response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                send(response, "text/html", InboxPage.render(inbox.entries()));
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String messages() {
        List<Map<String, @Nullable Object>> list =
                inbox.entries().stream().map(DevServlet::toJson).toList();
        return json.writeValueAsString(list);
    }

    private static Map<String, @Nullable Object> toJson(DevInbox.Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("channel", entry.channel());
        fields.put("to", entry.to());
        fields.put("subject", entry.subject());
        fields.put("text", entry.text());
        fields.put("html", entry.html());
        fields.put("code", entry.code());
        fields.put("link", entry.link());
        fields.put("at", entry.at().toString());
        return fields;
    }

    private static void send(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
