package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may open an account.
 *
 * @param phoneOnly Whether an account may have a phone number and no e-mail address.
 * @param byCode Whether the first sign-in with a code opens an account.
 * @param exposeUserExistence Whether a request for a code tells that the account exists: only for closed groups.
 * @param defaultRole Role of a new profile; no request can choose another.
 * @param namesInInvitations Whether an invitation tells who of the staff sent it and a role that is not the default
 *     one.
 */
@ConfigurationProperties("lockstile.sign-up")
public record SignUpProperties(
        @DefaultValue("false") boolean phoneOnly,
        @DefaultValue("false") boolean byCode,
        @DefaultValue("false") boolean exposeUserExistence,
        @DefaultValue("USER") String defaultRole,
        @DefaultValue("false") boolean namesInInvitations) {}
