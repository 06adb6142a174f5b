package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts can be registered.
 *
 * @param phoneOnly Whether an account may have a phone number and no e-mail address.
 * @param byCode Whether the first sign-in with a code opens an account.
 * @param exposeUserExistence Whether the answer to a request for a code reveals that an account exists: only for
 *     closed groups of users.
 * @param defaultRole Role of a new profile; no request can choose another.
 * @param namesInInvitations Whether an invitation names the member of staff who sent it and a role other than the
 *     default.
 */
@ConfigurationProperties("lockstile.sign-up")
public record SignUpProperties(
        @DefaultValue("false") boolean phoneOnly,
        @DefaultValue("false") boolean byCode,
        @DefaultValue("false") boolean exposeUserExistence,
        @DefaultValue("USER") String defaultRole,
        @DefaultValue("false") boolean namesInInvitations) {}
