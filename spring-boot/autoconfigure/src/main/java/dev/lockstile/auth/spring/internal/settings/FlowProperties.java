package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which groups of endpoints are served. One that is off is not in the OpenAPI document either.
 *
 * @param passwords Whether passwords are served: sign-in, reset, change, and registration.
 * @param codes Whether one-time codes sign in.
 * @param signUp Whether registration is served.
 * @param administration Whether endpoints open accounts of administrators.
 * @param pictures Whether pictures of profiles may be uploaded.
 */
@ConfigurationProperties("lockstile.flows")
public record FlowProperties(
        @DefaultValue("true") boolean passwords,
        @DefaultValue("true") boolean codes,
        @DefaultValue("true") boolean signUp,
        @DefaultValue("true") boolean administration,
        @DefaultValue("true") boolean pictures) {}
