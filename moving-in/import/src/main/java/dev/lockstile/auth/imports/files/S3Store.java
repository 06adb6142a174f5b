package dev.lockstile.auth.imports.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A bucket, or its objects whose names begin with a prefix, on any server that speaks S3; the bucket is in the path.
 * The SHA-256 of a file is written as metadata, by which it is compared later. Of S3, only list, head, get and put of
 * files up to 5 GB are implemented.
 */
final class S3Store implements FileStore {

    private static final String CHECKSUM = "x-amz-meta-sha256";
    private static final String NOTHING = Sha256Hex.of("");
    private static final long MOST_BYTES = 5_000_000_000L;
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_KEY = 1024;
    private static final Set<String> SET_BY_CLIENT = Set.of("host");

    private final URI endpoint;
    private final String bucket;
    private final String prefix;
    private final S3Signature signature;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** @param prefix of all names, such as {@code media/}; a slash is added where it does not end with one */
    S3Store(URI endpoint, String bucket, String prefix, S3Signature signature) {
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("the address of a store is s3://bucket or s3://bucket/prefix");
        }
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("the endpoint of S3 is an address such as https://s3.example.com");
        }
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + '/';
        this.signature = signature;
    }

    @Override
    public String description() {
        return "s3://" + bucket + "/" + prefix + " at " + endpoint.getHost();
    }

    @Override
    public void names(Consumer<String> told) throws IOException {
        SortedMap<String, String> query = new TreeMap<>(Map.of("list-type", "2", "prefix", prefix));
        Optional<String> next;
        do {
            try (InputStream body =
                    sent("GET", address("", query), new TreeMap<>(), Body.NONE).body()) {
                S3Listing page = S3Listing.read(body);
                page.keys().stream()
                        .filter(key -> !key.endsWith("/"))
                        .map(key -> key.substring(prefix.length()))
                        .forEach(told);
                next = page.next();
            }
            next.ifPresent(token -> query.put("continuation-token", token));
        } while (next.isPresent());
    }

    @Override
    public Optional<StoredFile> find(String name) throws IOException {
        try {
            HttpResponse<InputStream> found = sent("HEAD", address(name), new TreeMap<>(), Body.NONE);
            found.body().close();
            long size = found.headers().firstValueAsLong("content-length").orElse(0);
            return Optional.of(new StoredFile(size, found.headers().firstValue(CHECKSUM)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        return sent("GET", address(name), new TreeMap<>(), Body.NONE).body();
    }

    @Override
    public void write(String name, Path content, String sha256) throws IOException {
        if (Files.size(content) > MOST_BYTES) {
            throw new IOException("a file over 5 GB cannot be put into " + description());
        }
        SortedMap<String, String> headers = new TreeMap<>(Map.of(CHECKSUM, sha256));
        sent("PUT", address(name), headers, new Body(sha256, BodyPublishers.ofFile(content)))
                .body()
                .close();
    }

    /** @throws IllegalArgumentException for a name that servers refuse, or that proxies change */
    private URI address(String name) {
        boolean plain = !name.isEmpty() && Arrays.stream(name.split("/")).noneMatch(Set.of(".", "..")::contains);
        if (!plain || (prefix + name).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new IllegalArgumentException("not the name of a file of a bucket");
        }
        String path = Arrays.stream((prefix + name).split("/", -1))
                .map(S3Signature::escaped)
                .collect(Collectors.joining("/"));
        return URI.create(endpoint + "/" + bucket + "/" + path);
    }

    private URI address(String name, SortedMap<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(one -> S3Signature.escaped(one.getKey()) + "=" + S3Signature.escaped(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(endpoint + "/" + bucket + (name.isEmpty() ? "" : "/" + name) + "?" + parameters);
    }

    private record Body(String sha256, BodyPublisher bytes) {
        private static final Body NONE = new Body(NOTHING, BodyPublishers.noBody());
    }

    /** Sends a request, and again where the server is busy or the connection ends. */
    private HttpResponse<InputStream> sent(String method, URI address, SortedMap<String, String> more, Body body)
            throws IOException {
        IOException last = new IOException();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<InputStream> answer = once(method, address, more, body);
                if (answer.statusCode() / 100 == 2) {
                    return answer;
                }
                answer.body().close();
                if (answer.statusCode() == 404) {
                    throw new FileNotFoundException(description() + " has no such file or bucket");
                }
                last = new IOException(description() + " answers " + answer.statusCode() + " to " + method);
                if (answer.statusCode() < 500) {
                    throw last;
                }
            } catch (FileNotFoundException e) {
                throw e;
            } catch (IOException e) {
                if (e == last) {
                    throw e;
                }
                last = new IOException("no answer from " + description(), e);
            }
        }
        throw last;
    }

    private HttpResponse<InputStream> once(String method, URI address, SortedMap<String, String> more, Body body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(10)).method(method, body.bytes());
        signature.headers(method, address, more, body.sha256(), clock.instant()).forEach((name, value) -> {
            if (!SET_BY_CLIENT.contains(name)) {
                request.header(name, value);
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + description());
        }
    }
}
