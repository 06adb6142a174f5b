package dev.lockstile.auth.internal.message;

/**
 * Whether the store keeps the message threads of a node from their work: told once, however many of them see it. An
 * attempt that began before the last outage was over tells of that one.
 */
final class DispatchOutage {

    private boolean under;
    private long ended;

    /** How many outages were over when an attempt begins. */
    synchronized long begin() {
        return ended;
    }

    /** Notes that an attempt failed. @return true when it is the first to tell of this outage */
    synchronized boolean failed(long begun) {
        boolean first = !under && begun == ended;
        under |= first;
        return first;
    }

    /** Notes that an attempt did not fail. @return true when an outage is over with it */
    synchronized boolean succeeded() {
        boolean over = under;
        if (over) {
            under = false;
            ended++;
        }
        return over;
    }
}
