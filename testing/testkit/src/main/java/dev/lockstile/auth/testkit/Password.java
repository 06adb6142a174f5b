package dev.lockstile.auth.testkit;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two password columns of a user: the hash, and when the person last chose it. */
record Password(@Nullable Secret hash, @Nullable Instant changedAt) {}
