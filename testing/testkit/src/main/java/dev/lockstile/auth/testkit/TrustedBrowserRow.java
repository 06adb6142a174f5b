package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of trusted browsers. */
record TrustedBrowserRow(
        UserId user,
        TrustedBrowserState state,
        String digest,
        @Nullable Instant endedAt) {

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(state.validUntil());
    }

    TrustedBrowserRow used(Instant at) {
        TrustedBrowserState next =
                new TrustedBrowserState(state.browserId(), state.label(), state.createdAt(), at, state.validUntil());
        return new TrustedBrowserRow(user, next, digest, endedAt);
    }

    TrustedBrowserRow ended(Instant at) {
        return new TrustedBrowserRow(user, state, digest, at);
    }
}
