package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a session was opened; labels for its owner, never a proof.
 *
 * @param deviceRef textual key of the device row
 */
public record SessionOrigin(
        ClientKind client,
        @Nullable String deviceRef,
        @Nullable String deviceLabel,
        @Nullable String remoteAddress) {}
