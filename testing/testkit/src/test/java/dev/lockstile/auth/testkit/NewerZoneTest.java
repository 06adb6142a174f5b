package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A time zone that this JVM does not know is kept, and the operator is told. */
final class NewerZoneTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lockstile.auth.internal.account");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void it_is_told_by_its_name_and_a_known_one_is_not() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member("ana@acme.example", "plum-harbour-4417");
            String token = kit.signIn("ana@acme.example", "plum-harbour-4417")
                    .tokens()
                    .access()
                    .reveal();
            Caller ana = kit.auth().sessions().authenticate(token).orElseThrow();
            for (String zone : new String[] {"Europe/Madrid", "America/Newer_City"}) {
                assertThat(kit.auth().ownAccount().update(ana, AccountChange.NONE.withTimezone(zone)))
                        .isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("time zone"))
                .containsExactly("this JVM does not know the time zone America/Newer_City; it is kept as text");
    }
}
