package dev.lockstile.examples.quickstart;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Every line that the library, Hibernate and the pool log at their finest, as it would be printed; nothing is. */
final class LogLines implements AutoCloseable {

    private static final List<String> TALKATIVE = List.of("dev.lockstile", "org.hibernate", "com.zaxxer");
    /** Times in nanoseconds and counts alone: six digits of them may be those of a code by chance. */
    private static final String METRICS = "org.hibernate.session.metrics";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            String trace =
                    line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
            lines.add(line.getLoggerName() + ": " + line.getFormattedMessage() + ' ' + trace);
        }
    };

    private LogLines() {
        appender.start();
        root.iteratorForAppenders().forEachRemaining(LogLines::quiet);
        root.addAppender(appender);
        TALKATIVE.forEach(name -> level(name, Level.TRACE));
        level(METRICS, Level.OFF);
    }

    private void level(String name, Level level) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        before.put(logger, logger.getLevel());
        logger.setLevel(level);
    }

    static LogLines listen() {
        return new LogLines();
    }

    Collection<String> all() {
        return lines;
    }

    private static void quiet(Appender<ILoggingEvent> printing) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel("WARN");
        warnings.start();
        printing.addFilter(warnings);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.iteratorForAppenders().forEachRemaining(Appender::clearAllFilters);
        before.forEach(Logger::setLevel);
    }
}
