package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.outcome.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller may administer accounts, and which.
 *
 * @param why null where the caller may
 */
public record Admission(@Nullable Refusal why, Authority authority) {

    public Optional<Refusal> refusal() {
        return Optional.ofNullable(why);
    }
}
