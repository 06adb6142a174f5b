package dev.lockstile.auth.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes each event as one line to the logger {@code dev.lockstile.auth.events}: INFO when something went well, WARN
 * when it was refused. The fields are key-value pairs too, for logs that are read by machines. What is written is ids
 * and the library's own words, so no text of a user reaches the log (ASVS 16.4.1).
 *
 * <p>Given as a {@code listener} it costs a flow nothing, and events may be lost when the log cannot keep up; as an
 * {@code audit} it writes before the answer.
 */
public final class Slf4jListener implements AuthListener {

    /** The name of the logger. */
    public static final String LOGGER = "dev.lockstile.auth.events";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** Writes to the logger {@link #LOGGER}. */
    public Slf4jListener() {}

    @Override
    public void on(AuthEvent event) {
        LoggingEventBuilder line = LOG.atLevel(event.succeeded() ? Level.INFO : Level.WARN)
                .addKeyValue("at", event.at())
                .addKeyValue("event", event.name());
        String user = text(event.user());
        String session = text(event.session());
        String detail = text(event.detail());
        line.addKeyValue("user", user)
                .addKeyValue("session", session)
                .addKeyValue("detail", detail)
                .log("{} user={} session={} ({})", event.name(), user, session, detail);
    }

    /** In one line, whatever the host takes for keys. */
    private static String text(@Nullable Object value) {
        return value == null ? "-" : CONTROL.matcher(value.toString()).replaceAll("?");
    }
}
