package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which flows have endpoints. One that is off is neither served nor in the OpenAPI document.
 *
 * @param passwords Sign-in by password, reset and change of a password, and registration.
 * @param codes Sign-in by a one-time code.
 * @param signUp Registration and the proof of its address.
 * @param administration Opening accounts of administrators.
 * @param pictures Uploading pictures of profiles.
 */
@ConfigurationProperties("lockstile.flows")
public record FlowProperties(
        @DefaultValue("true") boolean passwords,
        @DefaultValue("true") boolean codes,
        @DefaultValue("true") boolean signUp,
        @DefaultValue("true") boolean administration,
        @DefaultValue("true") boolean pictures) {}
