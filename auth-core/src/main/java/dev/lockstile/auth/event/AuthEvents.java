package dev.lockstile.auth.event;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happened: first to the audit, on the thread of the flow and before its answer, so that what is answered is
 * written (behind a queue where that thread holds a connection); then to the listeners, each on a thread of its own behind a bounded queue, so that none of them can hold up a
 * flow or another listener.
 */
public final class AuthEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthEvents.class);

    private final List<AuthListener> audit;
    private final List<ListenerQueue> lateAudit;
    private final List<ListenerQueue> listeners;
    private final BooleanSupplier connectionHeld;
    private final ThreadLocal<@Nullable Trace> trace = new ThreadLocal<>();

    /** @param audit heard on the thread of the flow; @param listeners heard behind queues */
    public AuthEvents(List<AuthListener> audit, List<AuthListener> listeners) {
        this(audit, listeners, () -> false);
    }

    /**
     * The same, except that the audit hears behind queues too while the thread of the flow holds a connection: it writes
     * on one of its own, and no thread may wait for a second.
     */
    public AuthEvents(List<AuthListener> audit, List<AuthListener> listeners, BooleanSupplier connectionHeld) {
        this.audit = List.copyOf(audit);
        this.lateAudit = audit.stream().map(ListenerQueue::new).toList();
        this.connectionHeld = connectionHeld;
        this.listeners = listeners.stream().map(ListenerQueue::new).toList();
    }

    /** Tells of an event; to be called after the commit. Never fails. */
    public void tell(AuthEvent event) {
        leave(Trace.TOLD);
        if (connectionHeld.getAsBoolean()) {
            lateAudit.forEach(queue -> queue.offer(event));
        } else {
            tellAudit(event);
        }
        listeners.forEach(queue -> queue.offer(event));
    }

    private void tellAudit(AuthEvent event) {
        for (AuthListener listener : audit) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.error("the audit failed on {}", event.name(), e);
            }
        }
    }

    /** An event will be told when the host's transaction commits: the operation is not silent. */
    public void noted() {
        leave(Trace.NOTED);
    }

    /**
     * Runs a flow, and tells of its end if the flow itself told of nothing: so every operation leaves exactly one trace.
     * A failure nobody foresaw is told too, and goes on its way.
     *
     * @param otherwise the event of a silent end
     * @param failed the event of an exception
     */
    public <R extends @Nullable Object> R watch(
            Supplier<R> flow, Function<R, AuthEvent> otherwise, Function<RuntimeException, AuthEvent> failed) {
        Trace outer = trace.get();
        trace.set(Trace.NONE);
        try {
            R result = flow.get();
            if (trace.get() == Trace.NONE) {
                tell(otherwise.apply(result));
            }
            return result;
        } catch (RuntimeException e) {
            if (trace.get() != Trace.TOLD) { // what was noted was rolled back with the rest
                tell(failed.apply(e));
            }
            throw e;
        } finally {
            if (outer == null) {
                trace.remove();
            } else {
                trace.set(Trace.TOLD); // the inner operation left one
            }
        }
    }

    private void leave(Trace left) {
        if (trace.get() != null) {
            trace.set(left);
        }
    }

    /** What the operation of this thread has left so far: an event to come with the host's commit, or one that is told. */
    private enum Trace {
        NONE,
        NOTED,
        TOLD
    }

    /** Lets the listeners hear what waits, two seconds at most, and ends their threads. */
    @Override
    public void close() {
        lateAudit.forEach(ListenerQueue::close);
        listeners.forEach(ListenerQueue::close);
    }
}
