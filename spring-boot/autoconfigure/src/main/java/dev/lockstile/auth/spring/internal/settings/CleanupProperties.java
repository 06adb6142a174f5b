package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Removal of what is not needed any more: old codes, sessions and messages, and registrations never proven. A bean
 * of type Retention says for how long each is kept; without one, Retention.standard() does.
 *
 * @param enabled Whether this node deletes old rows.
 * @param cron When old rows are deleted, as a cron expression of Spring with six fields.
 */
@ConfigurationProperties("lockstile.cleanup")
public record CleanupProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0 17 * * * *") String cron) {}
