package dev.lockstile.auth.http.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of a body after the answer was sent. A connection closed under a client that is still sending is reset,
 * and the client never sees the answer; so the rest is taken and dropped, within limits of size and time.
 */
public final class BodyDrain {

    private static final Logger LOG = LoggerFactory.getLogger(BodyDrain.class);
    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(5);

    private BodyDrain() {}

    /** Drops the rest. Where it was not all there, the container ends the connection. */
    public static void discard(HttpServletRequest request) {
        long start = System.nanoTime();
        try {
            InputStream in = request.getInputStream();
            if (in.read() < 0) {
                return; // nearly always
            }
            byte[] buffer = new byte[8192];
            int count = 0;
            for (long left = MAX_BYTES;
                    count >= 0 && left > 0 && System.nanoTime() - start < MAX_NANOS;
                    left -= count) {
                count = in.read(buffer);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the client has its answer and went, or the rest of its body is malformed", e);
        }
    }
}
