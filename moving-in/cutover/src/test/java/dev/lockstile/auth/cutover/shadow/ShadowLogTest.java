package dev.lockstile.auth.cutover.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** When the comparison logs a line. */
final class ShadowLogTest {

    private final SettableClock clock = SettableClock.at("2026-12-01T12:00:00Z");
    private final Logger log = (Logger) LoggerFactory.getLogger(ShadowSignIn.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Level before = log.getLevel();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void silence() {
        log.detachAppender(lines);
        log.setLevel(before);
    }

    @Test
    void a_line_is_logged_after_ten_minutes_that_had_a_sign_in() {
        ShadowSignIn shadow = new ShadowSignIn(
                new AnswerPrediction(new NoAnswers(), null), ShadowSettings.STANDARD.withRate(1), clock);
        for (int signIns : List.of(1, 0, 0, 1)) {
            clock.advance(Duration.ofMinutes(10));
            logAfter(shadow, signIns);
            logAfter(shadow, signIns);
        }
        assertThat(lines.list).as("none for the third interval").hasSize(3);
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
    }

    private static void logAfter(ShadowSignIn shadow, int signIns) {
        IntStream.range(0, signIns)
                .forEach(i -> shadow.compare("ana", Secret.of("harbour-4417"), LegacyAnswer.SIGNED_IN));
        shadow.logRegularly();
    }

    private static final class NoAnswers implements DryRunSignIn {
        @Override
        public Result password(String login, Secret password) {
            throw new IllegalStateException("nothing is compared");
        }

        @Override
        public Result code(String addressOrNumber) {
            throw new IllegalStateException("nothing is compared");
        }
    }
}
