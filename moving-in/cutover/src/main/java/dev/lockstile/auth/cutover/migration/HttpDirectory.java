package dev.lockstile.auth.cutover.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An endpoint that the old application opens for this purpose, where its database cannot be reached or its hashes are
 * not to leave it. It gets a POST with a bearer secret and
 *
 * <pre>{"names": [{"kind": "email", "value": "ana@example.com"}], "key": null, "password": "..."}</pre>
 *
 * and answers 200 with the rows of the person, of those who share a name with the person, and what belongs to them:
 *
 * <pre>{"password_matches": true, "tables": {"authentication_user": [{"id": 7, "email": "..."}]}}</pre>
 *
 * Second factors are rows like others: an application that has some tells those of the person too, such as {@code
 * mfa_authenticator}; one that leaves them out brings people over with the password alone.
 * {@code password_matches} is about the account that has the one name that came with the password, as a name of that
 * kind: a user name in the form of an address is not that address, and where an application beside fastapi-users has
 * the address in both tables, {@code fu_users} is asked. It is left out where the hash is among the columns. No tables,
 * or empty ones, mean no person. Every other status, an answer above 256 KiB or of more than 50 rows of a table, one
 * that is no such JSON, and one that is not there whole within three seconds are no answer at all; redirects are not
 * followed.
 */
public final class HttpDirectory implements LegacyDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 256 * 1024;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI endpoint;
    private final Secret bearer;
    private final Duration patience;
    private final Map<String, List<String>> columns;
    private final HttpClient client;

    private HttpDirectory(URI endpoint, Secret bearer, Duration patience, Map<String, List<String>> columns) {
        this.endpoint = endpoint;
        this.bearer = bearer;
        this.patience = patience;
        this.columns = Map.copyOf(columns);
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * {@return an endpoint that the old application offers}
     *
     * @param endpoint https, or http on this machine
     * @param bearer shared with the old application, at least 32 characters
     * @param columns the tables that the preset needs, each with the columns it needs; an answer may leave out rows,
     *     and cells that are empty
     * @throws IllegalArgumentException for an address or a secret that a third party could read or guess
     */
    public static HttpDirectory of(URI endpoint, Secret bearer, Map<String, List<String>> columns) {
        boolean here = LOOPBACK.contains(String.valueOf(endpoint.getHost()));
        if (!"https".equals(endpoint.getScheme()) && !here) {
            throw new IllegalArgumentException("passwords go to the old application: its endpoint has to be https");
        }
        if (bearer.reveal().length() < 32) {
            throw new IllegalArgumentException("the secret shared with the old application needs 32 characters");
        }
        return new HttpDirectory(endpoint, bearer, PATIENCE, columns);
    }

    /**
     * {@return the same with another limit for one answer}
     *
     * @param limit from the connection to the last byte
     */
    public HttpDirectory patientFor(Duration limit) {
        return new HttpDirectory(endpoint, bearer, limit, columns);
    }

    @Override
    public boolean answersWhole() {
        return true;
    }

    @Override
    public Answer ask(Question question) {
        BoundedBody body = new BoundedBody(LARGEST);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request(question), response -> body.of(response.statusCode() == 200));
        try {
            HttpResponse<byte[]> response = exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw new SourceUnusableException("the old application answered " + response.statusCode());
            }
            return read(response.body());
        } catch (ExecutionException | TimeoutException | JacksonException e) {
            // By its kind alone: a message may quote what was sent or received.
            Throwable kind = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new SourceUnusableException("the old application gave no usable answer: "
                    + kind.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnusableException("interrupted while asking the old application");
        } finally {
            exchange.cancel(true); // ends what is still under way, so that nothing of it outlives the deadline
            body.cancel();
        }
    }

    private HttpRequest request(Question question) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Authorization", "Bearer " + bearer.reveal())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body(question))))
                .build();
    }

    private static Map<String, @Nullable Object> body(Question question) {
        List<Name> names = question.names().stream()
                .map(name -> new Name(name.kind().name().toLowerCase(Locale.ROOT), name.value()))
                .toList();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("names", names);
        body.put("key", question.key());
        Secret password = question.password();
        body.put("password", password == null ? null : password.reveal());
        return body;
    }

    private Answer read(byte[] body) {
        if (body.length > LARGEST) {
            throw new PeopleLookup.TooLargeException("the old application's answer is too long");
        }
        @Nullable Told told = JSON.readValue(body, new TypeReference<Told>() {});
        if (told == null) {
            throw new SourceUnusableException("the old application told nothing");
        }
        Map<String, List<Map<String, @Nullable Object>>> rows = told.tables() == null ? Map.of() : told.tables();
        return new Answer(new RecordSource(columns, rows), told.passwordMatches());
    }

    private record Name(String kind, String value) {}

    /** The answer, by the names it has on the wire. */
    private record Told(
            @JsonProperty("password_matches") @Nullable Boolean passwordMatches,
            @JsonProperty("tables") @Nullable Map<String, List<Map<String, @Nullable Object>>> tables) {}
}
