package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.password.PasswordProblem.Code;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.password.service.RangeBreachedPasswords;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RangeBreachedPasswordsTest {

    private static final Secret PASSWORD = Secret.of("wharf lantern biscuit");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile boolean hanging;
    private volatile boolean silentAfterHeaders;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Add-Padding"));
        if (hanging) {
            await();
        }
        byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
        if (silentAfterHeaders) {
            exchange.sendResponseHeaders(status, 1000);
            exchange.getResponseBody().write(new byte[] {'A'});
            exchange.getResponseBody().flush();
            await();
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            letGo.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private URI base() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private RangeBreachedPasswords source() {
        return RangeBreachedPasswords.at(base(), PATIENCE);
    }

    private static String sha1(Secret password) throws Exception {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(password.utf8()));
    }

    private List<PasswordProblem> problems(BreachedPasswords source, BreachOutage outage) {
        PasswordSettings settings = PasswordSettings.owasp().withBreachedPasswords(source, outage);
        return Passwords.of(settings).policy().problems(PASSWORD, PasswordContext.none());
    }

    @Test
    void only_five_digits_leave_and_the_ending_is_found_here() throws Exception {
        String digest = sha1(PASSWORD);
        answer = "0000000000000000000000000000000000A:3\r\n" + digest.substring(5) + ":42\r\nFFFFF:1\r\n";
        assertThat(source().timesSeen(PASSWORD)).isEqualTo(42);
        assertThat(asked).containsExactly("/range/" + digest.substring(0, 5) + " true");
        assertThat(problems(source(), BreachOutage.ALLOW))
                .containsExactly(new PasswordProblem(Code.BREACHED, Map.of("timesSeen", 42L)));
    }

    @Test
    void a_password_that_is_not_listed_or_listed_as_padding_is_fine() throws Exception {
        answer = "0000000000000000000000000000000000A:3\r\n" + sha1(PASSWORD).substring(5) + ":0\r\n";
        assertThat(source().timesSeen(PASSWORD)).isZero();
        answer = "";
        assertThat(problems(source(), BreachOutage.REFUSE)).isEmpty();
    }

    @Test
    void small_letters_and_bare_line_ends_are_read_too() throws Exception {
        answer = "x\n" + sha1(PASSWORD).substring(5).toLowerCase(Locale.ROOT) + ":7";
        assertThat(source().timesSeen(PASSWORD)).isEqualTo(7);
    }

    @Test
    void an_error_of_the_source_is_an_outage_and_the_settings_decide() {
        status = 503;
        assertThatThrownBy(() -> source().timesSeen(PASSWORD))
                .isInstanceOf(BreachedPasswords.SourceException.class)
                .hasMessageNotContaining("wharf");
        assertThat(problems(source(), BreachOutage.ALLOW)).isEmpty();
        assertThat(problems(source(), BreachOutage.REFUSE))
                .containsExactly(PasswordProblem.of(Code.BREACH_CHECK_UNAVAILABLE));
    }

    @Test
    void a_source_that_hangs_is_given_up_after_the_timeout() {
        hanging = true;
        BreachedPasswords impatient = RangeBreachedPasswords.at(base(), Duration.ofMillis(200));
        long began = System.nanoTime();
        assertThat(problems(impatient, BreachOutage.ALLOW)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
    }

    @Test
    @Timeout(60)
    void a_source_that_falls_silent_within_its_answer_is_given_up_after_the_timeout() {
        silentAfterHeaders = true;
        BreachedPasswords impatient = RangeBreachedPasswords.at(base(), Duration.ofMillis(500));
        assertThat(problems(impatient, BreachOutage.ALLOW)).isEmpty();
        assertThat(problems(impatient, BreachOutage.REFUSE))
                .containsExactly(PasswordProblem.of(Code.BREACH_CHECK_UNAVAILABLE));
        assertThat(letGo.getCount()).as("the source is silent still").isEqualTo(1);
    }

    @Test
    void a_source_that_is_gone_or_answers_without_end_is_an_outage() {
        answer = "A".repeat(2_000_000);
        assertThatThrownBy(() -> source().timesSeen(PASSWORD)).isInstanceOf(BreachedPasswords.SourceException.class);
        RangeBreachedPasswords gone = source();
        server.stop(0);
        assertThatThrownBy(() -> gone.timesSeen(PASSWORD)).isInstanceOf(BreachedPasswords.SourceException.class);
    }

    @Test
    void an_interrupted_caller_is_told_of_an_outage_and_stays_interrupted() {
        hanging = true;
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> source().timesSeen(PASSWORD)).isInstanceOf(BreachedPasswords.SourceException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_source_of_the_host_that_throws_is_an_outage_and_not_an_error() {
        BreachedPasswords broken = password -> {
            throw new IllegalStateException(password.reveal());
        };
        assertThat(problems(broken, BreachOutage.ALLOW)).isEmpty();
        assertThat(problems(broken, BreachOutage.REFUSE)).hasSize(1);
    }

    @Test
    void the_source_is_not_asked_about_a_password_refused_already() {
        Passwords.of(PasswordSettings.owasp().withBreachedPasswords(source(), BreachOutage.ALLOW))
                .policy()
                .problems(Secret.of("password1"), PasswordContext.none());
        assertThat(asked).isEmpty();
    }

    @Test
    void timeouts_from_100_ms_to_30_seconds_are_taken() throws Exception {
        for (Duration fine : new Duration[] {Duration.ofMillis(100), Duration.ofSeconds(30)}) {
            assertThat(RangeBreachedPasswords.at(base(), fine)).isNotNull();
        }
        for (Duration odd : new Duration[] {Duration.ofMillis(99), Duration.ofSeconds(31)}) {
            assertThatThrownBy(() -> RangeBreachedPasswords.at(base(), odd))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(RangeBreachedPasswords.at(URI.create("https://example.org"), PATIENCE))
                .isNotNull();
    }

    @Test
    void other_addresses_and_timeouts_are_refused() {
        assertThatThrownBy(() -> RangeBreachedPasswords.at(URI.create("ftp://x"), PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RangeBreachedPasswords.at(base(), Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
