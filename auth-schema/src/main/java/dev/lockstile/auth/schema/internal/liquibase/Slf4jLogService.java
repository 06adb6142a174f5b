package dev.lockstile.auth.schema.internal.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Sends what Liquibase has to say through SLF4J. Its everyday chatter comes as DEBUG. */
final class Slf4jLogService extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method that is overridden has it
    public Logger getLog(Class clazz) {
        return new Slf4jLogger(LoggerFactory.getLogger(clazz), clazz.getName().startsWith("liquibase.analytics"));
    }

    private static final class Slf4jLogger extends AbstractLogger {

        private final org.slf4j.Logger target;
        private final boolean muted;

        /** {@code muted}: that the analytics are off, which is our own doing, is nothing to warn of. */
        Slf4jLogger(org.slf4j.Logger target, boolean muted) {
            this.target = target;
            this.muted = muted;
        }

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable failure) {
            at(level).setCause(failure).log(message);
        }

        /** Nothing is held open. */
        @Override
        public void close() {}

        private LoggingEventBuilder at(Level level) {
            if (muted || level.intValue() < Level.WARNING.intValue()) {
                return level.intValue() < Level.FINE.intValue() ? target.atTrace() : target.atDebug();
            }
            return level.intValue() < Level.SEVERE.intValue() ? target.atWarn() : target.atError();
        }
    }
}
