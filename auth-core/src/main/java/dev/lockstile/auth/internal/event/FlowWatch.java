package dev.lockstile.auth.internal.event;

import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.event.FlowObserver.End;
import dev.lockstile.auth.event.FlowObserver.Running;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tells observers of each operation; none of them can make one fail. Without observers it costs a look at a list. */
public final class FlowWatch {

    /** Tells none. */
    public static final FlowWatch NONE = new FlowWatch(List.of());

    private static final OutageLog FAILURES = new OutageLog(LoggerFactory.getLogger(FlowWatch.class));

    private final List<FlowObserver> observers;

    /** @param observers the first is told of a begin first, and of an end last */
    public FlowWatch(List<FlowObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    /** {@return true where there is no observer} */
    public boolean isIdle() {
        return observers.isEmpty();
    }

    /**
     * Runs an operation.
     *
     * @param <R> what it answers
     * @param operation its name
     * @param flow runs on the calling thread
     * @param ended how an answer ended it
     * @return what it answered
     */
    public <R extends @Nullable Object> R over(Operation operation, Supplier<R> flow, Function<R, End> ended) {
        if (observers.isEmpty()) {
            return flow.get();
        }
        List<Running> running = begin(operation);
        End how = End.ERROR;
        try {
            R result = flow.get();
            how = ended.apply(result);
            return result;
        } catch (StoreUnavailableException e) {
            how = End.UNAVAILABLE;
            throw e;
        } catch (HashingBusyException e) {
            how = End.REFUSED;
            throw e;
        } finally {
            end(running, how);
        }
    }

    /** Tells of a limit that was full. */
    public void limited(String limit) {
        observers.forEach(observer -> guarded(observer, told -> told.limited(limit)));
    }

    private List<Running> begin(Operation operation) {
        List<Running> running = new ArrayList<>(observers.size());
        observers.forEach(observer -> guarded(observer, told -> running.add(told.begin(operation))));
        return running;
    }

    private static void end(List<Running> running, End how) {
        for (int i = running.size() - 1; i >= 0; i--) {
            guarded(running.get(i), told -> told.end(how));
        }
    }

    private static <T> void guarded(T told, Consumer<T> call) {
        try {
            call.accept(told);
        } catch (RuntimeException e) {
            FAILURES.error("an observer of flows failed", e);
        }
    }
}
