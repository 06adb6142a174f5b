package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits.
 *
 * @param enabled Whether attempts, requests and messages are limited. Switch off for tests and benchmarks only.
 */
@ConfigurationProperties("lockstile.limits")
public record LimitProperties(@DefaultValue("true") boolean enabled) {}
