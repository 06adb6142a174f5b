package dev.lockstile.auth.sms.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsDeliveryException.Fault;
import dev.lockstile.auth.sms.SmsMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SnsSmsSenderTest {

    private static final SmsMessage MESSAGE = new SmsMessage("id-1", "+525512345678", "Tu codigo es 482913");
    private static final AwsCredentials ROLE = new AwsCredentials("ASIAEXAMPLE", "very/secret", "token-of-the-role");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final String ACCEPTED =
            "<PublishResponse><PublishResult><MessageId>567910cd-659e</MessageId></PublishResult></PublishResponse>";

    private record Call(Headers headers, String body) {}

    private final AtomicReference<Call> last = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String answer = ACCEPTED;
    private String pause;
    private boolean hangs;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            last.set(new Call(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
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
    void a_message_goes_out_as_publish_wants_it_signed_over_what_is_sent() throws Exception {
        sender(settings().withSenderId("Acme")).send(MESSAGE);

        Call call = last.get();
        assertThat(call.body())
                .isEqualTo("Action=Publish&Version=2010-03-31&PhoneNumber=%2B525512345678"
                        + "&Message=Tu+codigo+es+482913"
                        + "&MessageAttributes.entry.1.Name=AWS.SNS.SMS.SMSType"
                        + "&MessageAttributes.entry.1.Value.DataType=String"
                        + "&MessageAttributes.entry.1.Value.StringValue=Transactional"
                        + "&MessageAttributes.entry.2.Name=AWS.SNS.SMS.SenderID"
                        + "&MessageAttributes.entry.2.Value.DataType=String"
                        + "&MessageAttributes.entry.2.Value.StringValue=Acme");
        assertThat(call.headers().getFirst("Authorization")).isEqualTo(expectedSignature(call));
        assertThat(call.headers().getFirst("X-amz-security-token")).isEqualTo("token-of-the-role");
    }

    /** The signature once more, over what arrived: host and content type as the client really sent them. */
    private String expectedSignature(Call call) {
        var headers = SignatureV4.headers(
                call.headers().getFirst("Host"), call.headers().getFirst("Content-type"), CLOCK.instant());
        headers.put("x-amz-security-token", "token-of-the-role");
        return new SignatureV4("eu-west-1", "sns").authorization(ROLE, headers, call.body());
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, MESSAGE",
        "400, OptedOut, MESSAGE",
        "403, AuthorizationError, PROVIDER",
        "403, InvalidClientTokenId, PROVIDER",
        "403, SignatureDoesNotMatch, PROVIDER",
        "403, ExpiredToken, PROVIDER",
        "400, SomethingNew, PROVIDER",
        "400, Throttling, TEMPORARY",
        "400, ThrottledException, TEMPORARY",
        "429, '', TEMPORARY",
        "500, InternalError, TEMPORARY",
        "503, ServiceUnavailable, TEMPORARY",
        "301, '', PROVIDER"
    })
    void refusals_mean_what_they_mean_and_quote_nothing(int httpStatus, String code, Fault fault) {
        status = httpStatus;
        answer = "<ErrorResponse><Error><Code>" + code + "</Code><Message>+525512345678 482913</Message></Error>"
                + "</ErrorResponse>";

        SmsDeliveryException failure = failure(sender(settings()));

        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure.getMessage())
                .startsWith("SNS answered " + httpStatus)
                .doesNotContain("5512345678", "482913");
    }

    @Test
    void a_pause_that_the_provider_asks_for_is_handed_on() {
        status = 503;
        pause = "12";

        assertThat(failure(sender(settings())).retryAfter()).contains(Duration.ofSeconds(12));
    }

    @Test
    void an_acceptance_that_is_none_does_not_count() {
        answer = "<html>captive portal</html>";

        assertThat(failure(sender(settings())).fault()).isEqualTo(Fault.TEMPORARY);
    }

    @Test
    void a_provider_that_hangs_is_given_up_in_time() {
        hangs = true;

        assertThat(failure(sender(settings().withLimit(Duration.ofMillis(300)))))
                .hasMessage("no answer within 300 ms");
    }

    @Test
    void settings_refuse_what_cannot_be_and_credentials_are_never_printed() {
        assertThatIllegalArgumentException().isThrownBy(() -> SnsSettings.of("evil.example.com/"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings().withSenderId("no spaces"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings().withOriginationNumber("5512345678"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().withEndpoint(URI.create("http://sns.example.com/")));
        assertThatIllegalArgumentException().isThrownBy(() -> new AwsCredentials("AKID\r\nX: y", "s", null));
        assertThat(ROLE).hasToString("AwsCredentials[hidden]");
        assertThat(SnsSettings.of("cn-north-1").endpoint()).hasHost("sns.cn-north-1.amazonaws.com.cn");
    }

    private SnsSettings settings() {
        return SnsSettings.of("eu-west-1")
                .withEndpoint(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private static SnsSmsSender sender(SnsSettings settings) {
        return new SnsSmsSender(settings, () -> ROLE, CLOCK);
    }

    private static SmsDeliveryException failure(SnsSmsSender sender) {
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
