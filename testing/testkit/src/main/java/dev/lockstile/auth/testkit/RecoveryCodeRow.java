package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of recovery codes. */
record RecoveryCodeRow(
        UserId user,
        String setId,
        String digest,
        Instant madeAt,
        @Nullable Instant usedAt,
        @Nullable Instant endedAt) {

    boolean isOpen() {
        return usedAt == null && endedAt == null;
    }

    RecoveryCodeRow used(Instant at) {
        return new RecoveryCodeRow(user, setId, digest, madeAt, at, null);
    }

    RecoveryCodeRow ended(Instant at) {
        return new RecoveryCodeRow(user, setId, digest, madeAt, usedAt, at);
    }
}
