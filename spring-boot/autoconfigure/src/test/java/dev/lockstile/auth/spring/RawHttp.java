package dev.lockstile.auth.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;

/** Sends request lines as they stand: a client of the JDK would tidy the path. */
record RawHttp(int port) {

    static RawHttp of(ApplicationContext context) {
        return new RawHttp(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** The whole answer, status line and headers included. */
    String send(String method, String path, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean named = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            named |= headers[i].equals("Host");
        }
        request.append(named ? "\r\n" : "Host: localhost\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status(String method, String path, String... headers) {
        return Integer.parseInt(send(method, path, headers).split(" ", 3)[1]);
    }
}
