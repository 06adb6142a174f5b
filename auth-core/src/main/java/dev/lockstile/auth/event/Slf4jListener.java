package dev.lockstile.auth.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes each event as one line to the logger {@code dev.lockstile.auth.events}: with level INFO for a success and WARN
 * for a refusal. The fields are also added as key-value pairs, for structured logs. Only ids and fixed terms of the
 * library are written, no text from users (ASVS 16.4.1).
 *
 * <p>As a {@code listener} it does not delay calls, but events can be lost when the log is too slow; as an
 * {@code audit} it writes before the answer.
 */
public final class Slf4jListener implements AuthListener {

    /** The name of the logger. */
    public static final String LOGGER = "dev.lockstile.auth.events";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** Creates a listener that writes to the logger {@link #LOGGER}. */
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
