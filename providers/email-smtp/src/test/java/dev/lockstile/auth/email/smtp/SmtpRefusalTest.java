package dev.lockstile.auth.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailDeliveryException.Fault;
import dev.lockstile.auth.email.EmailMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that answers each command as the test says. */
@Timeout(60)
class SmtpRefusalTest {

    private static final EmailMessage MESSAGE = new EmailMessage("id-1", "ana@example.com", "subject", "482913", null);

    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket server;

    @AfterEach
    void close() throws IOException {
        over.countDown();
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <ana@example.com> no such user, MESSAGE, the server refused the address with 550 5.1.1",
        "RCPT, 450 4.2.1 <ana@example.com> full, TEMPORARY, the server refused the address with 450 4.2.1",
        "RCPT, 530 5.7.0 sign in first, PROVIDER, the server refused the address with 530 5.7.0",
        "MAIL, 553 5.7.1 not your sender, PROVIDER, the server refused the sender with 553 5.7.1",
        "MAIL, 451 4.7.1 later, TEMPORARY, the server refused the sender with 451 4.7.1",
        "., 554 5.7.1 spam: 482913, MESSAGE, the server refused the message with 554 5.7.1",
        "., 451 greylisted ana@example.com, TEMPORARY, the server refused the message with 451",
        "DATA, 421 4.3.2 going down, TEMPORARY, the server refused the message with 421 4.3.2"
    })
    void refusals_mean_what_they_mean_and_quote_nothing(String command, String answer, Fault fault, String told)
            throws IOException {
        EmailDeliveryException failure = failure(Map.of(command, answer), Duration.ofSeconds(20));

        assertThat(failure).hasMessage(told);
        assertThat(failure.fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"hello, 554 go away", "hello, complete nonsense", "DATA, HANG UP", "hello, HANG UP"})
    void a_conversation_that_breaks_off_is_a_temporary_failure(String command, String answer) throws IOException {
        EmailDeliveryException failure = failure(Map.of(command, answer), Duration.ofSeconds(20));

        assertThat(failure.retryable()).isTrue();
        assertThat(failure.getMessage()).doesNotContain("ana@", "482913", "nonsense");
    }

    /** The server may have taken the message, so it arrives once more under the same id. */
    @Test
    void a_connection_that_breaks_once_the_text_is_taken_has_the_same_message_sent_again() throws Exception {
        assertThat(failure(Map.of(".", "HANG UP"), Duration.ofSeconds(20)).fault())
                .isEqualTo(Fault.TEMPORARY);
        server.close();
        SmtpSettings again = settings(Map.of(), Duration.ofSeconds(20));
        new SmtpEmailSender(again).send(MESSAGE);

        assertThat(ids).hasSize(2).containsOnly("Message-ID: <id-1@acme.example>");
    }

    @Test
    void a_server_that_never_answers_is_given_up_in_time() throws IOException {
        assertThat(failure(Map.of("DATA", "HANG"), Duration.ofMillis(500)).retryable())
                .isTrue();
    }

    /** Each line comes within the limit of a single read; only a limit for the whole ends this. */
    @Test
    void a_server_that_drips_its_answers_is_given_up_in_time() throws IOException {
        assertThat(failure(Map.of("MAIL", "DRIP"), Duration.ofMillis(900))).hasMessage("no end within 900 ms");
    }

    /** Each byte ends a read, and no line ever ends. */
    @ParameterizedTest
    @ValueSource(strings = {"hello", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_server_that_sends_one_byte_at_a_time_is_given_up_in_time(String command) throws IOException {
        assertThat(failure(Map.of(command, "BYTES"), Duration.ofMillis(900))).hasMessage("no end within 900 ms");
    }

    @Test
    void nor_does_a_handshake_byte_by_byte_last_longer() throws IOException {
        SmtpSettings settings = settings(Map.of("hello", "HANDSHAKE"), Duration.ofMillis(900))
                .withImplicitTls()
                .withPort(server.getLocalPort());
        assertThat(failure(settings)).hasMessage("no end within 900 ms");
    }

    private EmailDeliveryException failure(Map<String, String> answers, Duration limit) throws IOException {
        return failure(settings(answers, limit));
    }

    private static EmailDeliveryException failure(SmtpSettings settings) {
        return catchThrowableOfType(EmailDeliveryException.class, () -> new SmtpEmailSender(settings).send(MESSAGE));
    }

    private SmtpSettings settings(Map<String, String> answers, Duration limit) throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answers));
        thread.setDaemon(true);
        thread.start();
        return SmtpSettings.of("127.0.0.1", "no-reply@acme.example")
                .allowClearText()
                .withPort(server.getLocalPort())
                .withLimit(limit);
    }

    private void serve(Map<String, String> answers) {
        try (Socket client = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, answers.getOrDefault("hello", "220 test"));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    if (line.startsWith("Message-ID:")) {
                        ids.add(line);
                    }
                    continue;
                }
                String word = data ? "." : line.split(" ")[0];
                data = word.equals("DATA") && !answers.containsKey("DATA");
                say(client, answers.getOrDefault(word, data ? "354 go on" : "250 fine"));
            }
        } catch (IOException | InterruptedException e) {
            // the client hung up, or the test is over
        }
    }

    private void say(Socket client, String answer) throws IOException, InterruptedException {
        switch (answer) {
            case "HANG" -> over.await();
            case "HANG UP" -> client.close();
            case "DRIP" -> {
                for (int i = 0; i < 100 && !over.await(100, TimeUnit.MILLISECONDS); i++) {
                    client.getOutputStream().write("250-still\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                }
            }
            case "BYTES" -> drip(client, "250-still".getBytes(StandardCharsets.US_ASCII));
            // the head of a handshake record of 16384 bytes, of which a few ever come
            case "HANDSHAKE" -> drip(client, new byte[] {22, 3, 3, 64, 0, 2, 0});
            default -> {
                client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
            }
        }
    }

    private void drip(Socket client, byte[] bytes) throws IOException, InterruptedException {
        for (int i = 0; i < 200 && !over.await(50, TimeUnit.MILLISECONDS); i++) {
            client.getOutputStream().write(bytes[i % bytes.length]);
            client.getOutputStream().flush();
        }
    }
}
