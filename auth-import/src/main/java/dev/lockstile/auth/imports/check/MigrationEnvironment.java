package dev.lockstile.auth.imports.check;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is around an import.
 *
 * @param backup the file to go back to; null when none was named
 * @param wiring empty when the host does not tell
 * @param freeBytes where temporary files go
 */
public record MigrationEnvironment(@Nullable Path backup, Optional<MigrationWiring> wiring, long freeBytes) {}
