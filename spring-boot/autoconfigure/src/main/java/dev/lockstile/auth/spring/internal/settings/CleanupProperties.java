package dev.lockstile.auth.spring.internal.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Removal of expired rows: codes, sessions, messages, and unverified registrations. A bean of type Retention sets the
 * retention periods; without one, those of Retention.standard() apply.
 *
 * @param enabled Whether this node deletes old rows.
 * @param cron When old rows are deleted, as a cron expression of Spring with six fields.
 */
@ConfigurationProperties("lockstile.cleanup")
public record CleanupProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0 17 * * * *") String cron) {}
