package dev.lockstile.auth.schema.internal.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code DATABASECHANGELOG}.
 *
 * @param checksum as stored, null where it was cleared
 * @param ranAt when it ran, as the database writes it
 * @param description what it did, as Liquibase shortened it; with the names of tables that it ran under
 * @param skipped whether a precondition skipped it, so that it counts as run
 */
public record RanRow(ChangeSetKey key, @Nullable String checksum, String ranAt, String description, boolean skipped) {}
