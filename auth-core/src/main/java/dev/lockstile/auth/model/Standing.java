package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the server decides about an account. */
public record Standing(
        boolean active,
        boolean staff,
        boolean superuser,
        @Nullable Instant deletedAt) {

    /** An ordinary account in good standing. */
    public static final Standing ORDINARY = new Standing(true, false, false, null);

    /** True when the account may be used: active and not deleted. */
    public boolean mayAct() {
        return active && deletedAt == null;
    }
}
