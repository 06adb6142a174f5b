package dev.lockstile.auth.imports.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is around an import.
 *
 * @param backup the file to go back to; null when none was named
 * @param wiring empty when the host does not tell
 * @param freeBytes where temporary files go
 * @param socialProviders the other sites that sign people in; null for not told
 */
public record MigrationEnvironment(
        @Nullable Path backup,
        Optional<MigrationWiring> wiring,
        long freeBytes,
        @Nullable Set<String> socialProviders) {

    /**
     * Copies the names of sites.
     *
     * @param backup the file to go back to; null when none was named
     * @param wiring empty when the host does not tell
     * @param freeBytes room where temporary files go
     * @param socialProviders the other sites that sign people in; null for not told
     */
    public MigrationEnvironment {
        socialProviders = socialProviders == null ? null : Set.copyOf(socialProviders);
    }

    /**
     * With the other sites that the wiring tells.
     *
     * @param backup the file to go back to; null when none was named
     * @param wiring empty when the host does not tell
     * @param freeBytes where temporary files go
     */
    public MigrationEnvironment(@Nullable Path backup, Optional<MigrationWiring> wiring, long freeBytes) {
        this(
                backup,
                wiring,
                freeBytes,
                wiring.map(MigrationWiring::socialProviders).orElse(null));
    }
}
