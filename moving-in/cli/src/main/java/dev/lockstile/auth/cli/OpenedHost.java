package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.content.ContentTarget;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.store.AuthStore;
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

    /** The host's own store, rules and clock, for an import. */
    ImportTarget importTarget() {
        return importTarget(get().store());
    }

    /** The same over another store. */
    ImportTarget importTarget(AuthStore store) {
        ManagedHost opened = get();
        return new ImportTarget(
                store,
                opened.identifierRules(),
                opened.passwordFormats(),
                opened.clock(),
                opened.importKey().orElse(null),
                opened.factorSealing().orElse(null));
    }

    /**
     * The host's own tables, for an import of content.
     *
     * @throws IllegalArgumentException when its store lies on no database
     */
    ContentTarget contentTarget() {
        ManagedHost opened = get();
        JpaAuthStore store = opened.store() instanceof JpaAuthStore jpa ? jpa : JpaAuthStore.of(opened.entities());
        return new ContentTarget(
                store, work -> store.transactionUnderWay().runWithConnection(work::on), opened.clock());
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
            host = null;
        }
    }
}
