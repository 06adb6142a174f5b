package dev.lockstile.auth.imports.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A server that speaks as much of S3 as the store uses: buckets in the path, pages of two keys, signatures and
 * checksums checked. The signature is made anew by the class under test, which the published examples of AWS check.
 */
final class TestS3 implements AutoCloseable {

    static final String KEY = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    final SortedMap<String, byte[]> objects = new TreeMap<>();
    final Map<String, String> checksums = new TreeMap<>();
    final List<String> requests = new ArrayList<>();
    int busy;
    private final HttpServer server;

    TestS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            if (busy-- > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!isSigned(exchange, body)) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                answer(exchange, path.replaceFirst("^/bucket/?", ""), body);
            }
        }
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String authorization = headers.getFirst("authorization");
        String sha256 = headers.getFirst("x-amz-content-sha256");
        if (authorization == null || !hash(body).equals(sha256)) {
            return false;
        }
        SortedMap<String, String> signed = new TreeMap<>();
        String names = authorization.replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
        Arrays.stream(names.split(";")).forEach(name -> signed.put(name, headers.getFirst(name)));
        Instant time = Instant.from(TIME.parse(String.valueOf(headers.getFirst("x-amz-date"))));
        URI address = URI.create("http://" + headers.getFirst("host") + exchange.getRequestURI());
        return new S3Signature(KEY, SECRET, null, "us-east-1")
                .headers(exchange.getRequestMethod(), address, signed, sha256, time)
                .get("authorization")
                .equals(authorization);
    }

    private static String hash(byte[] bytes) {
        try {
            return Sha256Hex.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, String name, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(name, body);
                checksums.put(name, exchange.getRequestHeaders().getFirst("x-amz-meta-sha256"));
                exchange.sendResponseHeaders(200, -1);
            }
            case "GET" -> {
                byte[] found = name.isEmpty() ? list(exchange.getRequestURI().getRawQuery()) : objects.get(name);
                send(exchange, name, found, found == null ? 0 : found.length);
            }
            default -> send(exchange, name, objects.get(name), -1);
        }
    }

    private void send(HttpExchange exchange, String name, byte[] found, long length) throws IOException {
        if (found == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (checksums.get(name) != null) {
            exchange.getResponseHeaders().add("x-amz-meta-sha256", checksums.get(name));
        }
        if (length < 0) {
            exchange.getResponseHeaders().add("content-length", String.valueOf(found.length));
        }
        exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(found);
        }
    }

    private byte[] list(String query) {
        Map<String, String> asked = new TreeMap<>();
        Arrays.stream(query.split("&"))
                .forEach(one -> asked.put(
                        one.split("=", 2)[0], URLDecoder.decode(one.split("=", 2)[1], StandardCharsets.UTF_8)));
        List<String> keys = objects.tailMap(asked.getOrDefault("continuation-token", "") + '\0').keySet().stream()
                .filter(key -> key.startsWith(asked.getOrDefault("prefix", "")))
                .toList();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        xml.writeBytes("<?xml version=\"1.0\"?><ListBucketResult>".getBytes(StandardCharsets.UTF_8));
        keys.stream()
                .limit(2)
                .forEach(key -> xml.writeBytes(("<Contents><Key>" + key.replace("&", "&amp;") + "</Key></Contents>")
                        .getBytes(StandardCharsets.UTF_8)));
        if (keys.size() > 2) {
            xml.writeBytes(("<NextContinuationToken>" + keys.get(1).replace("&", "&amp;") + "</NextContinuationToken>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        xml.writeBytes("</ListBucketResult>".getBytes(StandardCharsets.UTF_8));
        return xml.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
