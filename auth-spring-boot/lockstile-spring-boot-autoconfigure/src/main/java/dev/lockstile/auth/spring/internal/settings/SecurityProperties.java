package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Spring Security, where it is on the class path.
 *
 * @param defaultChain Whether everything but the endpoints asks for a signed-in user, where the application has no
 *     SecurityFilterChain of its own.
 */
@ConfigurationProperties("lockstile.security")
public record SecurityProperties(@DefaultValue("true") boolean defaultChain) {}
