package dev.lockstile.benchmarks.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Locale;

/**
 * An HTTP/1.1 client that costs next to nothing: one connection, kept open, and answers whose length is told. For one
 * thread.
 */
final class KeptConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GET with an access token. */
    Reply get(String path, String access) {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + access + "\r\n\r\n");
    }

    /** POST of JSON. */
    Reply postJson(String path, String body) {
        return post(path, "application/json", body);
    }

    /** POST of a form. */
    Reply postForm(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    private Reply post(String path, String type, String body) {
        return exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private Reply exchange(String request) {
        try {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String start = line();
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith(LENGTH)) {
                    length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    throw new IOException("an answer in chunks");
                }
            }
            byte[] body = in.readNBytes(length);
            return new Reply(Integer.parseInt(start.substring(9, 12)), new String(body, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    record Reply(int status, String body) {

        /** The same, if its status is the expected one. */
        Reply expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("answered " + status + " instead of " + wanted + ": " + body);
            }
            return this;
        }

        /** A member of an answer in JSON whose value is a text without escapes. */
        String member(String name) {
            String before = "\"" + name + "\":\"";
            int begin = body.indexOf(before);
            if (begin < 0) {
                throw new IllegalStateException("no " + name + " in " + body);
            }
            begin += before.length();
            return body.substring(begin, body.indexOf('"', begin));
        }
    }
}
