package dev.lockstile.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser on a network of its own: its connections come from an address that it chooses. */
final class DistantBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("\r\nSet-Cookie: ([a-z]+)=([^;\r]*)");
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param address of this machine, such as {@code 127.0.0.7} */
    DistantBrowser(int port, String address) {
        this.port = port;
        this.address = address;
    }

    DistantBrowser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Opens the page at this path and sends its form; the whole answer. */
    String submit(String path, Map<String, String> fields) {
        Matcher form = CSRF.matcher(send("GET", path, ""));
        if (!form.find()) {
            throw new AssertionError("no form at " + path);
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", form.group(1));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body);
    }

    private String send(String method, String path, String body) {
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String request = method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: en"
                + (sent.isEmpty() ? "" : "\r\nCookie: " + sent)
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher cookie = COOKIE.matcher(answer);
            while (cookie.find()) {
                cookies.put(cookie.group(1), cookie.group(2));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
