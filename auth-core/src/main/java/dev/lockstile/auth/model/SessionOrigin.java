package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a session was opened; labels for its owner, never a proof.
 *
 * @param client the kind of client
 * @param deviceRef textual key of the device row
 * @param deviceLabel what the client said of itself; null for nothing
 * @param remoteAddress of the client, as the host knew it; null where it did not
 */
public record SessionOrigin(
        ClientKind client,
        @Nullable String deviceRef,
        @Nullable String deviceLabel,
        @Nullable String remoteAddress) {}
