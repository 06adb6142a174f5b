package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tables of the library.
 *
 * @param mode How tables are brought up to date before JPA starts: migrate (by the library), validate (by another
 *     process; change sets that have not run stop the start) or none (by other means).
 * @param changeLog Changelog of the application that includes dev/lockstile/auth/schema/auth-schema.xml, on the class
 *     path; the library's own unless set.
 * @param tables Which tables are created: used (those of the application's entities and beans) or all.
 * @param lockTimeout How long a statement of a migration waits for a table that others use.
 */
@ConfigurationProperties("lockstile.schema")
public record SchemaProperties(
        @DefaultValue("migrate") Mode mode,
        @Nullable String changeLog,
        @DefaultValue("used") Tables tables,
        @Nullable Duration lockTimeout) {

    /** Who sees to the tables. */
    public enum Mode {
        /** The library brings them up to date, before the application's own Liquibase or Flyway. */
        MIGRATE,
        /** Another process does; a start with change sets that have not run is refused. */
        VALIDATE,
        /** Another process does, perhaps by other means than Liquibase. */
        NONE
    }

    /** Which tables are made. */
    public enum Tables {
        /**
         * Those of the entities and beans of the application; others come when there is an entity or a bean for them.
         */
        USED,
        /** All that the library knows. */
        ALL
    }
}
