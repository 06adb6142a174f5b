package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Spring Security, where it is on the class path.
 *
 * @param fallback Whether requests that no SecurityFilterChain of the application matches require an authenticated
 *     caller.
 * @param defaultChain Former name of lockstile.security.fallback.
 */
@ConfigurationProperties("lockstile.security")
public record SecurityProperties(
        @DefaultValue("true") boolean fallback,
        @DefaultValue("true") boolean defaultChain) {}
