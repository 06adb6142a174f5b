package dev.lockstile.auth.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the caller of the thread that serves a request, for host services that do not receive the request. The host
 * creates one instance and gives it to the filter that authenticates requests ({@code BearerAuthFilter.sharing}) and to
 * its services. Safe for use by many threads; each sees its own caller. Another thread does not inherit the caller:
 * pass the {@link Caller} to it.
 */
public final class CurrentCaller {

    private final ThreadLocal<@Nullable Caller> held = new ThreadLocal<>();

    /** Creates a holder without a caller. */
    public CurrentCaller() {}

    /** {@return the caller; empty outside an authenticated request} */
    public Optional<Caller> get() {
        return Optional.ofNullable(held.get());
    }

    /**
     * {@return the caller}
     *
     * @throws IllegalStateException outside an authenticated request
     */
    public Caller require() {
        return get().orElseThrow(() -> new IllegalStateException(
                "no caller on this thread: call within a request that the authentication filter has admitted"));
    }

    /**
     * Sets the caller of this thread until the scope is closed, which restores the former caller. The same thread has
     * to close it: use try-with-resources.
     *
     * @param caller the caller of the request
     * @return the scope to close at the end of the request
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

    /** The duration for which a caller is set. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
