package dev.lockstile.auth.factor;

import dev.lockstile.auth.secret.Secret;

/**
 * An authenticator application that is to be confirmed within ten minutes, by the session that asked. It is no factor before
 * that, and its secret is never told again.
 *
 * @param enrolmentId to be sent with the first code
 * @param secret 160 random bits in base32, to be typed
 * @param uri the same as an {@code otpauth} URI, to be shown as a QR code
 */
public record TotpEnrolment(String enrolmentId, Secret secret, Secret uri) {}
