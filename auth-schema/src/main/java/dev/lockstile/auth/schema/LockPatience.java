package dev.lockstile.auth.schema;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a migration waits.
 *
 * @param turn for another migration of the same database to end
 * @param lock for the lock of a table, per statement; null for what the pool's connections have
 */
record LockPatience(Duration turn, @Nullable Duration lock) {

    /** As Liquibase itself waits for its turn; table locks as the pool has it. */
    static final LockPatience STANDARD = new LockPatience(Duration.ofMinutes(5), null);
}
