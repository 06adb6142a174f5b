package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Slf4jListener;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class Slf4jListenerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Slf4jListener.LOGGER);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(heard);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(heard);
        logger.setLevel(null);
    }

    @Test
    void a_success_is_told_in_one_line_and_in_fields() {
        new Slf4jListener().on(new AuthEvent.SignedIn(NOW, new UserId(7L), new SessionId("s1"), "password"));
        ILoggingEvent line = heard.list.get(0);
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getFormattedMessage()).isEqualTo("authn_login_success user=7 session=s1 (password)");
        assertThat(line.getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("at=" + NOW, "event=authn_login_success", "user=7", "session=s1", "detail=password");
    }

    @Test
    void a_refusal_is_a_warning_and_a_key_with_a_line_break_forges_no_line() {
        UserId forged = new UserId("7\nauthn_login_success user=1");
        new Slf4jListener().on(new AuthEvent.SignInFailed(NOW, forged, "password", "wrong password"));
        ILoggingEvent line = heard.list.get(0);
        assertThat(line.getLevel()).isEqualTo(Level.WARN);
        assertThat(line.getFormattedMessage()).doesNotContain("\n").startsWith("authn_login_fail user=7?");
    }
}
