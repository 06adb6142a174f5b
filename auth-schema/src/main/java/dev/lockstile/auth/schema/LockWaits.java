package dev.lockstile.auth.schema;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a migration waits.
 *
 * @param turn for another migration of the same database to end
 * @param lock for the lock of a table, per statement; null for what the pool's connections have
 */
record LockWaits(Duration turn, @Nullable Duration lock) {

    /** As Liquibase itself waits for its turn; table locks as the pool has it. */
    static final LockWaits STANDARD = new LockWaits(Duration.ofMinutes(5), null);
}
