/**
 * The way in: {@link dev.lockstile.auth.Auth} wires the library, {@link dev.lockstile.auth.AuthSettings} holds its
 * figures.
 */
@NullMarked
package dev.lockstile.auth;

import org.jspecify.annotations.NullMarked;
