package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;

/** A row of the table of former passwords. */
record FormerPasswordRow(UserId user, Secret hash, Instant createdAt) {}
