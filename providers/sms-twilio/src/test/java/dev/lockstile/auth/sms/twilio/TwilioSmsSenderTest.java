package dev.lockstile.auth.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsDeliveryException.Fault;
import dev.lockstile.auth.sms.SmsMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TwilioSmsSenderTest {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "very-secret-token";
    private static final SmsMessage MESSAGE = new SmsMessage("id-1", "+525512345678", "Tu codigo es 482913 & más");
    private static final String ACCEPTED = "{\"status\": \"queued\", \"sid\": \"SM0123456789abcdef0123456789abcdef\"}";

    private record Call(String path, String authorization, String body) {}

    private final List<Call> calls = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 201;
    private String answer = ACCEPTED;
    private String pause;
    private boolean hangs;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            awaitIfHanging();
            if (pause != null) {
                exchange.getResponseHeaders().set("Retry-After", pause);
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_message_goes_out_as_the_messages_resource_wants_it() throws Exception {
        sender("+15005550006").send(MESSAGE);

        Call call = calls.get(0);
        assertThat(call.path()).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
        assertThat(call.body())
                .isEqualTo("To=%2B525512345678&From=%2B15005550006&Body=Tu+codigo+es+482913+%26+m%C3%A1s");
        byte[] user = Base64.getDecoder().decode(call.authorization().substring("Basic ".length()));
        assertThat(new String(user, StandardCharsets.UTF_8)).isEqualTo(ACCOUNT + ":" + TOKEN);
    }

    @Test
    void a_messaging_service_is_named_as_one() throws Exception {
        sender("MG0123456789abcdef0123456789abcdef").send(MESSAGE);

        assertThat(calls.get(0).body()).contains("MessagingServiceSid=MG0123").doesNotContain("From=");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, MESSAGE, invalid number",
        "400, 21408, MESSAGE, country not allowed",
        "400, 21610, MESSAGE, the receiver said STOP",
        "400, 21614, MESSAGE, no mobile number",
        "400, 99999, MESSAGE, something new about the request",
        "401, 20003, PROVIDER, wrong token",
        "403, 20003, PROVIDER, no right",
        "404, 20404, PROVIDER, wrong account",
        "400, 21606, PROVIDER, the sender is not ours",
        "400, 30002, PROVIDER, the account is suspended",
        "429, 20429, TEMPORARY, too many requests",
        "400, 20429, TEMPORARY, too many requests in another dress",
        "408, 0, TEMPORARY, timeout",
        "500, 20500, TEMPORARY, their error",
        "503, 0, TEMPORARY, down",
        "307, 0, PROVIDER, sent elsewhere",
        "400, 0, PROVIDER, a page of a proxy"
    })
    void refusals_mean_what_they_mean_and_quote_nothing(int httpStatus, int code, Fault fault, String why) {
        status = httpStatus;
        answer = code == 0
                ? "<html>482913 +525512345678</html>"
                : "{\"code\": " + code + ", \"message\": \"The 'To' number +525512345678 482913\"}";

        SmsDeliveryException failure = failure(sender("+15005550006"));

        assertThat(failure.fault()).as(why).isEqualTo(fault);
        assertThat(failure.getMessage())
                .startsWith("Twilio answered " + httpStatus)
                .doesNotContain("5512345678", "482913", TOKEN);
    }

    @Test
    void a_pause_that_the_provider_asks_for_is_handed_on() {
        status = 429;
        pause = "30";

        assertThat(failure(sender("+15005550006")).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"''", "'<html>captive portal</html>'", "'{\"sid\": \"nonsense\"}'"})
    void an_acceptance_that_is_none_does_not_count(String garbage) {
        answer = garbage;

        assertThat(failure(sender("+15005550006")).fault()).isEqualTo(Fault.TEMPORARY);
    }

    @Test
    void a_provider_that_hangs_is_given_up_in_time() {
        hangs = true;
        TwilioSettings hasty = settings("+15005550006").withLimit(Duration.ofMillis(300));

        assertThat(failure(new TwilioSmsSender(hasty))).hasMessage("no answer within 300 ms");
    }

    @Test
    void settings_refuse_what_cannot_be_and_never_print_a_secret() {
        assertThatIllegalArgumentException().isThrownBy(() -> TwilioSettings.ofToken("AC1", TOKEN, "+15005550006"));
        assertThatIllegalArgumentException().isThrownBy(() -> TwilioSettings.ofToken(ACCOUNT, " ", "+15005550006"));
        assertThatIllegalArgumentException().isThrownBy(() -> TwilioSettings.ofToken(ACCOUNT, TOKEN, "a&b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("+15005550006").withApi(URI.create("http://api.example.com")));
        assertThat(settings("+15005550006").toString()).doesNotContain(TOKEN);
    }

    private TwilioSmsSender sender(String from) {
        return new TwilioSmsSender(settings(from));
    }

    private TwilioSettings settings(String from) {
        return TwilioSettings.ofToken(ACCOUNT, TOKEN, from)
                .withApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private static SmsDeliveryException failure(TwilioSmsSender sender) {
        return catchThrowableOfType(SmsDeliveryException.class, () -> sender.send(MESSAGE));
    }

    private void awaitIfHanging() {
        try {
            if (hangs) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
