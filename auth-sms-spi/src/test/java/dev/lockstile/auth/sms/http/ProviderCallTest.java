package dev.lockstile.auth.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.sms.SmsDeliveryException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProviderCallTest {

    private final ProviderCall call = new ProviderCall(Duration.ofSeconds(10));

    @Test
    void status_body_and_pause_are_read() throws Exception {
        try (Peer peer = answering("HTTP/1.1 429 Slow down\r\nRetry-After: 17\r\nContent-Length: 4\r\n\r\nbusy")) {
            ProviderReply reply = call.send(peer.request());
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.body()).isEqualTo("busy");
            assertThat(reply.pause()).contains(Duration.ofSeconds(17));
            assertThat(reply).hasToString("ProviderReply[429]");
        }
    }

    @Test
    void a_pause_that_is_no_number_of_seconds_is_none() throws Exception {
        for (String pause : new String[] {"Wed, 21 Oct 2026 07:28:00 GMT", "-1", "9999999", ""}) {
            try (Peer peer =
                    answering("HTTP/1.1 503 Down\r\nRetry-After: " + pause + "\r\nContent-Length: 0\r\n\r\n")) {
                assertThat(call.send(peer.request()).pause()).isEmpty();
            }
        }
    }

    @Test
    void a_provider_that_never_answers_is_given_up_in_time() throws Exception {
        try (Peer peer = new Peer((in, out, closed) -> closed.await())) {
            assertThat(failure(new ProviderCall(Duration.ofMillis(200)), peer)).hasMessage("no answer within 200 ms");
        }
    }

    @Test
    void a_provider_that_drips_its_answer_is_given_up_in_time() throws Exception {
        try (Peer peer = new Peer((in, out, closed) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            closed.await();
        })) {
            assertThat(failure(new ProviderCall(Duration.ofMillis(300)), peer)).hasMessage("no answer within 300 ms");
        }
    }

    @Test
    void a_connection_that_is_reset_is_a_temporary_failure() throws Exception {
        try (Peer peer = new Peer((in, out, closed) -> in.setSoLinger(true, 0))) {
            assertThat(failure(call, peer).getMessage()).startsWith("the call failed: ");
        }
    }

    @Test
    void an_answer_that_is_no_http_is_a_temporary_failure() throws Exception {
        try (Peer peer = answering("this is not HTTP at all\r\n\r\n")) {
            assertThat(failure(call, peer).getMessage())
                    .startsWith("the call failed: ")
                    .doesNotContain("not HTTP");
        }
    }

    @Test
    void an_answer_without_end_is_not_read_to_the_end() throws Exception {
        try (Peer peer = new Peer((in, out, closed) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write(new byte[1024]);
            }
        })) {
            assertThat(failure(call, peer).getMessage()).startsWith("the call failed: ");
        }
    }

    @Test
    void credentials_do_not_follow_a_redirect() throws Exception {
        try (Peer thief = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Peer peer = answering(
                        "HTTP/1.1 307 Elsewhere\r\nLocation: " + thief.uri() + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(call.send(peer.request()).status()).isEqualTo(307);
            assertThat(thief.calls.get()).isZero();
        }
    }

    @Test
    void a_refused_connection_is_a_temporary_failure() throws Exception {
        URI gone;
        try (Peer peer = answering("")) {
            gone = peer.uri();
        }
        HttpRequest request = HttpRequest.newBuilder(gone).build();
        SmsDeliveryException failure = catchThrowableOfType(SmsDeliveryException.class, () -> call.send(request));
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void a_form_is_escaped() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("To", "+5255");
        fields.put("Body", "a&b=c ñ\n%");
        assertThat(ProviderCall.form(fields)).isEqualTo("To=%2B5255&Body=a%26b%3Dc+%C3%B1%0A%25");
    }

    @Test
    void a_limit_longer_than_the_dispatcher_waits_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderCall(Duration.ofSeconds(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderCall(Duration.ZERO));
    }

    private static SmsDeliveryException failure(ProviderCall call, Peer peer) {
        SmsDeliveryException failure =
                catchThrowableOfType(SmsDeliveryException.class, () -> call.send(peer.request()));
        assertThat(failure.fault()).isEqualTo(SmsDeliveryException.Fault.TEMPORARY);
        return failure;
    }

    private static Peer answering(String answer) throws IOException {
        return new Peer((in, out, closed) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    @FunctionalInterface
    private interface Act {
        void on(Socket socket, OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    /** A server on this machine that reads the head of a request and then does as it is told. */
    private static final class Peer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        Peer(Act act) throws IOException {
            Thread thread = new Thread(() -> serve(act));
            thread.setDaemon(true);
            thread.start();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        HttpRequest request() {
            return HttpRequest.newBuilder(uri())
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
        }

        private void serve(Act act) {
            while (!socket.isClosed()) {
                try (Socket one = socket.accept()) {
                    calls.incrementAndGet();
                    one.getInputStream().read(new byte[8192]);
                    act.on(one, one.getOutputStream(), closed);
                    one.getOutputStream().flush();
                } catch (IOException | InterruptedException e) {
                    // the client hung up, or the test is over
                }
            }
        }

        @Override
        public void close() throws IOException {
            closed.countDown();
            socket.close();
        }
    }
}
