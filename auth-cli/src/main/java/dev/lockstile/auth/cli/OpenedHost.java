package dev.lockstile.auth.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host, made when it is first asked for. One command uses it, on one thread. */
final class OpenedHost implements AutoCloseable {

    private final Supplier<? extends ManagedHost> maker;
    private @Nullable ManagedHost host;

    OpenedHost(Supplier<? extends ManagedHost> maker) {
        this.maker = maker;
    }

    ManagedHost get() {
        ManagedHost opened = host;
        if (opened == null) {
            opened = maker.get();
            host = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
            host = null;
        }
    }
}
