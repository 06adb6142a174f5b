package dev.lockstile.auth.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, on the thread that serves the request: for a host's services that are not handed the request. The host
 * makes one and gives it to what lets requests in ({@code BearerAuthFilter.sharing}) and to its readers. Any number of
 * threads may use it; each sees its own caller. A thread that work is handed on to sees no caller: hand the {@link
 * Caller} on with the work.
 */
public final class CurrentCaller {

    private final ThreadLocal<@Nullable Caller> held = new ThreadLocal<>();

    /** No caller yet. */
    public CurrentCaller() {}

    /** {@return who calls; empty outside of a request that was let in} */
    public Optional<Caller> get() {
        return Optional.ofNullable(held.get());
    }

    /**
     * {@return who calls}
     *
     * @throws IllegalStateException outside of a request that was let in
     */
    public Caller require() {
        return get().orElseThrow(() -> new IllegalStateException(
                "nobody is signed in on this thread: call from within a request that a filter let in"));
    }

    /**
     * From now on this caller calls on this thread, until the scope is closed; then the former caller. To be closed
     * by the same thread, in a {@code try} with resources.
     *
     * @param caller who calls from now on
     * @return to be closed when the caller's request is over
     */
    public Scope enter(Caller caller) {
        Caller before = held.get();
        held.set(caller);
        return () -> restore(before);
    }

    private void restore(@Nullable Caller before) {
        if (before == null) {
            held.remove();
        } else {
            held.set(before);
        }
    }

    /** The time in which a caller is set. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
