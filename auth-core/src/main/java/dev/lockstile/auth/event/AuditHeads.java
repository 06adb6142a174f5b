package dev.lockstile.auth.event;

/**
 * Where heads of an {@link AuditTrail} are kept outside its database: a file on another machine, a log that can only be
 * appended to, a mail. Called now and then, after the commit, on the thread of the flow that wrote the entry: it has to be
 * quick. What it throws is logged and stops nothing.
 */
@FunctionalInterface
public interface AuditHeads {

    /**
     * Keeps a head, beside or in place of the earlier ones.
     *
     * @param head how far the trail has come
     */
    void keep(AuditHead head);
}
