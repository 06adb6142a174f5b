package dev.lockstile.auth.internal.event;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Tells what happened: first to the audit, on the thread of the flow and before its answer, so that what is answered is
 * written (behind a queue where that thread holds a connection); then to the listeners, each on a thread of its own
 * behind a bounded queue, so that none of them can hold up a flow or another listener.
 */
public final class EventPublisher implements AutoCloseable {

    private static final OutageLog FAILURES = new OutageLog(LoggerFactory.getLogger(EventPublisher.class));

    private final List<AuthListener> audit;
    private final List<ListenerQueue> lateAudit;
    private final List<ListenerQueue> listeners;
    private final BooleanSupplier connectionHeld;
    private final boolean auditRequired;
    private final FlowWatch flows;
    private final ThreadLocal<@Nullable Trace> trace = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Boolean> unwritten = new ThreadLocal<>();

    /**
     * Tells audit and listeners, and demands nothing of the audit.
     *
     * @param audit heard on the thread of the flow
     * @param listeners heard behind queues
     */
    public EventPublisher(List<AuthListener> audit, List<AuthListener> listeners) {
        this(audit, listeners, () -> false, false);
    }

    /**
     * The same, except that the audit hears behind queues too while the thread of the flow holds a connection: it
     * writes on one of its own, and no thread may wait for a second.
     *
     * @param audit heard on the thread of the flow, or behind queues while it holds a connection
     * @param listeners heard behind queues
     * @param connectionHeld whether the calling thread holds a connection of the store
     */
    public EventPublisher(List<AuthListener> audit, List<AuthListener> listeners, BooleanSupplier connectionHeld) {
        this(audit, listeners, connectionHeld, false);
    }

    /**
     * Tells audit and listeners, and demands of the audit what {@code auditRequired} says.
     *
     * @param audit heard on the thread of the flow, or behind queues while it holds a connection
     * @param listeners heard behind queues
     * @param connectionHeld whether the calling thread holds a connection of the store
     * @param auditRequired when an event cannot be written, the operation it is about answers "unavailable"; what the
     *     audit hears behind a queue raises the alarm alone
     */
    public EventPublisher(
            List<AuthListener> audit,
            List<AuthListener> listeners,
            BooleanSupplier connectionHeld,
            boolean auditRequired) {
        this(audit, listeners, connectionHeld, auditRequired, FlowWatch.NONE);
    }

    /**
     * The same, with observers of flows.
     *
     * @param audit heard on the thread of the flow, or behind queues while it holds a connection
     * @param listeners heard behind queues
     * @param connectionHeld whether the calling thread holds a connection of the store
     * @param auditRequired when an event cannot be written, the operation it is about answers "unavailable"
     * @param flows told of begins and ends
     */
    public EventPublisher(
            List<AuthListener> audit,
            List<AuthListener> listeners,
            BooleanSupplier connectionHeld,
            boolean auditRequired,
            FlowWatch flows) {
        this.auditRequired = auditRequired;
        this.flows = flows;
        this.audit = List.copyOf(audit);
        this.connectionHeld = connectionHeld;
        this.listeners = listeners.stream().map(ListenerQueue::new).toList();
        this.lateAudit = audit.stream()
                .map(listener -> new ListenerQueue(event -> write(listener, event)))
                .toList();
    }

    /** {@return who is told of begins and ends of flows} */
    public FlowWatch flows() {
        return flows;
    }

    /**
     * Tells of an event; to be called after the commit. Never fails: what the audit could not write, {@link #watch}
     * tells.
     *
     * @param event what happened
     */
    public void tell(AuthEvent event) {
        leave(Trace.TOLD);
        tellBeside(event);
    }

    /**
     * The same for what a change of an account brought with it: the event of the change itself is told as well.
     *
     * @param event what else happened
     */
    public void tellBeside(AuthEvent event) {
        if (connectionHeld.getAsBoolean()) {
            lateAudit.forEach(queue -> queue.offer(event));
        } else {
            tellAudit(event);
        }
        listeners.forEach(queue -> queue.offer(event));
    }

    private void tellAudit(AuthEvent event) {
        for (AuthListener listener : audit) {
            if (!write(listener, event)) {
                unwritten.set(true);
            }
        }
    }

    private boolean write(AuthListener listener, AuthEvent event) {
        try {
            listener.on(event);
            return true;
        } catch (RuntimeException e) {
            FAILURES.error("the audit failed on " + event.name(), e);
            AuthEvent alarm = new AuthEvent.AuditFailed(event.at(), event.name());
            listeners.forEach(queue -> queue.offer(alarm));
            return false;
        }
    }

    /** An event will be told when the host's transaction commits: the operation is not silent. */
    public void noted() {
        leave(Trace.NOTED);
    }

    /**
     * Runs a flow, and tells of its end if the flow itself told of nothing: so every operation leaves exactly one
     * trace. An unexpected failure is told too, and goes on its way.
     *
     * @param <R> what the flow answers
     * @param flow the operation; runs on the calling thread
     * @param otherwise the event of a silent end
     * @param failed the event of an exception
     * @return what the flow answered
     * @throws StoreUnavailableException when the audit is required and could not write an event of this operation
     */
    public <R extends @Nullable Object> R watch(
            Supplier<R> flow, Function<R, AuthEvent> otherwise, Function<RuntimeException, AuthEvent> failed) {
        boolean outermost = trace.get() == null;
        if (outermost) {
            unwritten.remove();
        }
        R result = watched(flow, otherwise, failed);
        if (outermost) {
            demandAudit();
        }
        return result;
    }

    private <R extends @Nullable Object> R watched(
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

    /** No answer goes out of which the audit knows nothing; what was committed before stays. */
    private void demandAudit() {
        boolean missing = unwritten.get() != null;
        unwritten.remove();
        if (auditRequired && missing) {
            throw new StoreUnavailableException("the audit trail cannot be written", new IllegalStateException());
        }
    }

    private void leave(Trace left) {
        if (trace.get() != null) {
            trace.set(left);
        }
    }

    /**
     * What the operation of this thread has left so far: an event to come with the host's commit, or one that is told.
     */
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
