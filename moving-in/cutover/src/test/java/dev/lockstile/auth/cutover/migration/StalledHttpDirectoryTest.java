package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An old application that begins to answer, and then says no more. */
@Timeout(120)
final class StalledHttpDirectoryTest {

    private static final int PERMITS = 16;
    private static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String EMPTY = "{\"tables\": {}}";
    private static final Identifier ANA =
            IdentifierRules.standard().email("ana@example.com").orElseThrow();

    private final MigrationFixture app = new MigrationFixture(new InMemoryAuthStore());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch hungUp = new CountDownLatch(PERMITS);
    private ServerSocket server;
    private volatile String beginning = "";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    /** Answers at once or stays silent after the beginning, until the client hangs up. */
    private void serve(Socket socket) {
        try (socket) {
            readRequest(socket);
            boolean stalls = !beginning.isEmpty();
            OutputStream out = socket.getOutputStream();
            String whole = HEADERS + "Connection: close\r\nContent-Length: " + EMPTY.length() + "\r\n\r\n" + EMPTY;
            out.write((stalls ? beginning : whole).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (socket.getInputStream().read() < 0 && stalls) {
                hungUp.countDown();
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    /** The headers, and the body that they tell of. */
    private static void readRequest(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            text.append((char) socket.getInputStream().read());
        }
        String length = text.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        socket.getInputStream().readNBytes(Integer.parseInt(length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Length: 40\r\n\r\n",
                "Content-Length: 40\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\n"
            })
    void sixteen_answers_that_stop_after_their_beginning_give_their_permits_back_at_the_deadline(String rest)
            throws Exception {
        JustInTimeMigration migration = migration(Duration.ofSeconds(2)); // sixteen requests are sent within it
        beginning = HEADERS + rest;
        assertThat(asked(migration, PERMITS)).containsOnly(LegacyAccounts.Verdict.UNKNOWN);
        assertThat(hungUp.await(60, TimeUnit.SECONDS))
                .as("nothing of them is left open")
                .isTrue();
        beginning = "";
        app.clock.advance(Duration.ofSeconds(11));
        assertThat(migration.canImport(ANA)).isEqualTo(LegacyAccounts.Verdict.NO_MATCH);
        assertThat(asked(migration(Duration.ofSeconds(30)), PERMITS))
                .as("an honest answer is one")
                .containsOnly(LegacyAccounts.Verdict.NO_MATCH);
    }

    private static List<LegacyAccounts.Verdict> asked(JustInTimeMigration migration, int times) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(times);
        try {
            Callable<LegacyAccounts.Verdict> ask = () -> migration.canImport(ANA);
            List<LegacyAccounts.Verdict> verdicts = new ArrayList<>();
            for (Future<LegacyAccounts.Verdict> verdict : askers.invokeAll(Collections.nCopies(times, ask))) {
                verdicts.add(verdict.get());
            }
            return verdicts;
        } finally {
            askers.shutdownNow();
        }
    }

    private JustInTimeMigration migration(Duration patience) {
        HttpDirectory directory = HttpDirectory.of(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + "/people"),
                        Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                        Map.of("users", List.of("id", "email")))
                .patientFor(patience);
        TablePreset preset = TablePreset.of(
                "old-app",
                "users",
                ImportHints.none(),
                person -> person.identifiers(new IdentifierColumns("email", null, null, null), Proofs.ALL)
                        .trust(Trust.always(true)));
        PersonImport personImport = new PersonImport(app.target(), preset, ImportOptions.defaults());
        return new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock);
    }
}
