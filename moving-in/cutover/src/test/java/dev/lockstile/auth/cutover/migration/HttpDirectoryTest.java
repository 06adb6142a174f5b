package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An old application that is asked over HTTP, and all that may go wrong on the way. */
final class HttpDirectoryTest {

    private static final Secret BEARER = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final String ANA = "{\"password_matches\": %s, \"tables\": {\"users\": [{\"id\": 7, \"email\":"
            + " \"ana@example.com\", \"is_active\": true}]}}";

    private final MigrationFixture app = new MigrationFixture(new InMemoryAuthStore());
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = ANA.formatted("true");
    private volatile boolean silent;
    private volatile String seen = "";
    private volatile String answerToUsernames = "";
    private Auth auth;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/people", this::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/people");
        TablePreset preset = TablePreset.of(
                "old-app",
                "users",
                ImportHints.none(),
                person -> person.identifiers(new IdentifierColumns("email", null, null, null), Proofs.ALL)
                        .trust(Trust.always(true))
                        .password("hash")
                        .temporaryPassword(person.row().flag("temporary"))
                        .active(person.row().flag("is_active")));
        PersonImport personImport = new PersonImport(app.target(), preset, ImportOptions.defaults());
        HttpDirectory directory = HttpDirectory.of(
                        endpoint, BEARER, Map.of("users", List.of("id", "email", "hash", "is_active", "temporary")))
                .patientFor(Duration.ofSeconds(2));
        auth = app.node(builder -> builder.legacy(
                new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock)));
    }

    @AfterEach
    void close() throws InterruptedException {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen = exchange.getRequestHeaders().getFirst("Authorization") + " " + asked + seen;
            if (silent) {
                end.await();
            }
            boolean named = !answerToUsernames.isEmpty() && asked.contains("\"username\"");
            byte[] body = (named ? answerToUsernames : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_password_that_the_old_application_has_checked_opens_the_account_and_is_hashed_here() {
        assertThat(signsIn(auth, "ana@example.com", "old-harbour-4417")).isTrue();
        assertThat(seen)
                .startsWith("Bearer " + BEARER.reveal())
                .contains("{\"kind\":\"email\",\"value\":\"ana@example.com\"}")
                .contains("\"password\":\"old-harbour-4417\"");
        status = 500;
        assertThat(signsIn(auth, "ana@example.com", "old-harbour-4417"))
                .as("the old application is not needed any more")
                .isTrue();
    }

    @Test
    void a_password_that_has_to_be_replaced_there_has_to_be_replaced_here() {
        answer = ANA.formatted("true").replace("\"is_active\"", "\"temporary\": true, \"is_active\"");
        for (int i = 0; i < 2; i++) {
            assertThat(login(auth, "ana@example.com", "old-harbour-4417").isRefused(Refusal.PASSWORD_CHANGE_REQUIRED))
                    .isTrue();
        }
    }

    @Test
    void a_password_that_does_not_match_there_opens_nothing() {
        answer = ANA.formatted("false");
        assertThat(signsIn(auth, "ana@example.com", "old-harbour-4417")).isFalse();
    }

    @Test
    void the_password_of_a_user_name_in_the_form_of_an_address_does_not_open_the_account_of_that_address() {
        answer = ANA.formatted("false");
        answerToUsernames = ANA.formatted("true");
        assertThat(signsIn(auth, "ana@example.com", "eves-harbour-4417")).isFalse();
    }

    @Test
    void the_password_of_a_row_to_be_merged_does_not_open_the_account_it_is_merged_into() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/people");
        HttpDirectory directory = HttpDirectory.of(
                endpoint,
                BEARER,
                Map.of(
                        "fu_users", List.of("id", "email", "hashed_password", "is_active"),
                        "users", List.of("id", "username", "email", "hashed_password", "is_active")));
        PersonImport personImport = new PersonImport(app.target(), new FastApiUsersPreset(), ImportOptions.defaults());
        Auth both = app.node(builder -> builder.legacy(
                new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock)));
        answer = "{\"password_matches\": true, \"tables\": {\"fu_users\": [{\"id\": 7, \"email\": \"ana@example.com\","
                + " \"is_active\": true}], \"users\": [{\"id\": 9, \"username\": \"eve\", \"email\":"
                + " \"ana@example.com\", \"is_active\": true}]}}";
        assertThat(signsIn(both, "eve", "eves-harbour-4417")).isFalse();
        assertThat(personImport.userOf("fu_users", "7")).isEmpty();
        assertThat(signsIn(both, "ana@example.com", "anas-harbour-4417")).isTrue();
    }

    @Test
    void a_person_without_a_word_on_the_password_and_without_a_hash_is_not_let_in() {
        answer = ANA.formatted("null");
        assertThat(signsIn(auth, "ana@example.com", "old-harbour-4417")).isFalse();
    }

    @Test
    void somebody_else_than_was_asked_for_is_nobody() {
        assertThat(signsIn(auth, "ben@example.com", "old-harbour-4417")).isFalse();
        answer = "{\"tables\": {}}";
        assertThat(signsIn(auth, "ana@example.com", "old-harbour-4417")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 307, 400, 401, 403, 404, 429, 500, 503})
    void every_other_status_is_no_answer(int other) {
        status = other;
        assertThatThrownBy(() -> login(auth, "ana@example.com", "old-harbour-4417"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{\"tables\": [1]}",
                "{\"password_matches\": \"yes\"}",
                "{\"password_matches\": true, \"tables\": {\"users\": [{\"email\": \"ana@example.com\"}]}}"
            })
    void what_is_no_such_json_is_no_answer(String body) {
        answer = body;
        assertThatThrownBy(() -> login(auth, "ana@example.com", "old-harbour-4417"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_flood_and_silence_are_no_answer() {
        answer = "{\"tables\": {}, \"more\": \"" + "x".repeat(300_000) + "\"}";
        assertThatThrownBy(() -> login(auth, "ana@example.com", "old-harbour-4417"))
                .isInstanceOf(StoreUnavailableException.class);
        silent = true;
        assertThatThrownBy(() -> login(auth, "ana@example.com", "old-harbour-4417"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void passwords_do_not_travel_in_the_open_nor_under_a_secret_that_can_be_guessed() {
        URI open = URI.create("http://old.example/people");
        URI closed = URI.create("https://old.example/people");
        assertThatThrownBy(() -> HttpDirectory.of(open, BEARER, Map.of())).hasMessageContaining("https");
        assertThatThrownBy(() -> HttpDirectory.of(closed, Secret.of("short"), Map.of()))
                .hasMessageContaining("32 characters");
    }
}
