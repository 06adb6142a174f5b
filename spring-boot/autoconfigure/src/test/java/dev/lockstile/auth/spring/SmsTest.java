package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.spring.internal.message.MessageModules;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Providers of text messages by properties. */
class SmsTest {

    private static final String SID = "AC0123456789abcdef0123456789abcdef";
    private static final String[] TWILIO = {
        "lockstile.sms.twilio.account-sid=" + SID,
        "lockstile.sms.twilio.secret=top-secret",
        "lockstile.sms.twilio.from=+15005550006"
    };
    private static final String[] SNS = {
        "lockstile.sms.sns.region=eu-west-1",
        "lockstile.sms.sns.access-key-id=AKIAEXAMPLE",
        "lockstile.sms.sns.secret-access-key=top-secret",
        "lockstile.sms.sns.sender-id=Shop"
    };

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(MessageModules.sms());

    @Test
    void nobody_sends_where_no_property_says_who() {
        runner.run(context -> assertThat(context).doesNotHaveBean(SmsSender.class));
    }

    @Test
    void twilio_comes_first_and_sns_steps_in() {
        runner.withPropertyValues(TWILIO)
                .withPropertyValues(SNS)
                .run(context -> assertThat(context.getBeanProvider(SmsSender.class)
                                .orderedStream()
                                .map(SmsSender::name))
                        .containsExactly("twilio", "sns"));
    }

    @Test
    void a_sender_of_the_application_takes_their_place() {
        runner.withPropertyValues(TWILIO)
                .withBean(RecordingSmsSender.class)
                .run(context ->
                        assertThat(context.getBean(SmsSender.class).name()).isEqualTo("recording"));
    }

    @Test
    void what_is_missing_is_named_and_no_secret_is_quoted() {
        assertRefused(runner.withPropertyValues("lockstile.sms.twilio.secret=top-secret"), "twilio.account-sid");
        assertRefused(runner.withPropertyValues(TWILIO[0], TWILIO[1]), "lockstile.sms.twilio.from");
        assertRefused(
                runner.withPropertyValues(TWILIO).withPropertyValues("lockstile.sms.twilio.from=?"),
                "lockstile.sms.twilio");
        assertRefused(runner.withPropertyValues(SNS[0], SNS[1]), "lockstile.sms.sns.secret-access-key");
        assertRefused(
                runner.withPropertyValues(SNS).withPropertyValues("lockstile.sms.sns.endpoint=http://sns.example"),
                "https");
    }

    @Test
    void properties_of_a_module_that_is_not_there_are_refused() {
        assertRefused(
                runner.withPropertyValues(TWILIO)
                        .withClassLoader(new FilteredClassLoader("dev.lockstile.auth.sms.twilio")),
                "dev.lockstile:sms-twilio");
        assertRefused(
                runner.withPropertyValues(SNS).withClassLoader(new FilteredClassLoader("dev.lockstile.auth.sms.sns")),
                "dev.lockstile:sms-sns");
    }

    @Test
    void each_property_is_in_what_the_provider_is_sent() throws Exception {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        provider.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet() + " " + body);
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        provider.start();
        String address = "http://127.0.0.1:" + provider.getAddress().getPort();
        try {
            String keySid = SID.replace("AC", "SK");
            send(runner.withPropertyValues(TWILIO).withPropertyValues("lockstile.sms.twilio.api=" + address));
            send(runner.withPropertyValues(TWILIO)
                    .withPropertyValues(
                            "lockstile.sms.twilio.api=" + address, "lockstile.sms.twilio.key-sid=" + keySid));
            send(runner.withPropertyValues(SNS)
                    .withPropertyValues(
                            "lockstile.sms.sns.endpoint=" + address + "/",
                            "lockstile.sms.sns.session-token=token-of-the-role",
                            "lockstile.sms.sns.origination-number=+15005550001"));
            assertThat(sent).hasSize(3);
            assertThat(sent.get(0)).contains(SID, basic(SID), "15005550006", "Code+123456");
            assertThat(sent.get(1)).contains(SID, basic(keySid));
            assertThat(sent.get(2))
                    .contains("AKIAEXAMPLE", "eu-west-1", "token-of-the-role", "15005550001", "Shop", "Code+123456");
        } finally {
            provider.stop(0);
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":top-secret").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(ApplicationContextRunner wired) {
        wired.run(context -> assertThatThrownBy(() ->
                        context.getBean(SmsSender.class).send(new SmsMessage("m1", "+34612345678", "Code 123456")))
                .isInstanceOf(SmsDeliveryException.class));
    }

    private static void assertRefused(ApplicationContextRunner wired, String told) {
        wired.run(context -> {
            assertThat(context).hasFailed();
            assertThatThrownBy(() -> {
                        throw context.getStartupFailure();
                    })
                    .rootCause()
                    .hasMessageContaining(told)
                    .message()
                    .doesNotContain("top-secret");
        });
    }
}
