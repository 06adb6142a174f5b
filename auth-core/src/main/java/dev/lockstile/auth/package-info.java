/**
 * Entry point: {@link dev.lockstile.auth.Auth} has the services, {@link dev.lockstile.auth.AuthSettings} their
 * settings.
 */
@NullMarked
package dev.lockstile.auth;

import org.jspecify.annotations.NullMarked;
