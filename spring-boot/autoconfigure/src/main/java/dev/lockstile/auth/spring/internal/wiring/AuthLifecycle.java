package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.Auth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the library with the application, before the web server, and refuses a start with missing tables. It is closed
 * with its bean, once the web server is down and before the database is closed.
 */
final class AuthLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuthLifecycle.class);

    private final Auth auth;
    private final SwitchedOn switchedOn;
    private volatile boolean running;

    AuthLifecycle(Auth auth, SwitchedOn switchedOn) {
        this.auth = auth;
        this.switchedOn = switchedOn;
    }

    @Override
    public void start() {
        auth.start();
        running = true;
        if (LOG.isInfoEnabled()) {
            LOG.info(switchedOn.line());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in one of the last phases and stops in one of the first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
