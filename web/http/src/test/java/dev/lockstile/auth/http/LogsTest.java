package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest extends WithServer {

    private static final String CANARY = "canary-4711";

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lockstile.auth.http");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Override
    HttpSettings settings() {
        return super.settings().withCorrelationIds(() -> "corr-1");
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.TRACE);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void silence() {
        logger.detachAppender(lines);
        logger.setLevel(Level.OFF);
    }

    private List<String> logged() {
        return new ArrayList<>(lines.list)
                .stream()
                        .filter(Objects::nonNull)
                        .map(event -> event.getFormattedMessage()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : event.getThrowableProxy().getMessage()))
                        .toList();
    }

    @Test
    void a_defect_is_found_by_its_correlation_id() {
        fakes.answering("signIn", new IllegalStateException("boom"));

        client.post("/auth/login/basic/", "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\"}");

        assertThat(logged()).singleElement().asString().contains("corr-1").contains("boom");
    }

    @Test
    void an_outage_is_a_line_for_each_request_and_few_traces() {
        fakes.answering("signIn", new StoreUnavailableException("the database did not answer", null));

        for (int i = 0; i < 25; i++) {
            client.post("/auth/login/basic/", "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\"}");
        }

        assertThat(logged()).hasSize(25).allMatch(line -> line.startsWith("the store is unavailable"));
        assertThat(lines.list)
                .filteredOn(line -> line.getThrowableProxy() != null)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nothing_a_client_sends_is_logged_at_any_level() {
        TestClient signedIn = client.with("Authorization", "Bearer " + CANARY);
        for (String path : List.of(
                "register",
                "login/basic",
                "otp/request",
                "otp/verify",
                "token/refresh",
                "password-reset/confirm",
                "me/?client=" + CANARY,
                "sessions/" + CANARY,
                CANARY)) {
            for (String body : List.of(
                    "{\"" + CANARY,
                    "{\"login\":\"" + CANARY + "\",\"password\":\"" + CANARY + "\",\"client\":\"web\","
                            + "\"refresh\":\"" + CANARY + "\",\"email\":\"" + CANARY + "\",\"channel\":\"" + CANARY
                            + "\",\"code\":\"" + CANARY + "\",\"first_name\":\"" + CANARY + "\"}")) {
                assertThat(signedIn.post("/auth/" + path, body).text()).doesNotContain(CANARY);
            }
        }
        assertThat(logged()).noneMatch(line -> line.contains(CANARY));
    }
}
