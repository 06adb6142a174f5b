package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;

/**
 * Tries again when a table lock did not come in time. A migration that gives up early and comes back keeps no session
 * waiting behind it; every change set commits on its own, so that a further try starts where the last one ended.
 */
final class LockRetry {

    private static final int TRIES = 4;
    private static final long FIRST_PAUSE_MILLIS = 500;

    private LockRetry() {}

    static void run(Runnable migration) {
        for (int attempt = 1; ; attempt++) {
            try {
                migration.run();
                return;
            } catch (SchemaException e) {
                if (e.why() != SchemaException.Failure.TABLE_BUSY || attempt == TRIES || !pause(attempt)) {
                    throw e;
                }
            }
        }
    }

    /** False when the thread was told to stop. */
    private static boolean pause(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
