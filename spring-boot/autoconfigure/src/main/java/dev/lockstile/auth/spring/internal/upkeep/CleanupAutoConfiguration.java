package dev.lockstile.auth.spring.internal.upkeep;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.spring.internal.settings.CleanupProperties;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.support.CronTrigger;

/** Clean-up on a schedule. */
@AutoConfiguration(afterName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnBean(AuthStore.class)
@ConditionalOnProperty(
        name = {"lockstile.enabled", "lockstile.cleanup.enabled"},
        matchIfMissing = true)
@EnableConfigurationProperties(CleanupProperties.class)
final class CleanupAutoConfiguration {

    /** Made at the start even where beans are lazy: nothing asks for it. */
    @Bean
    @Lazy(false)
    CleanupSchedule lockstileCleanup(
            AuthStore store,
            ObjectProvider<Auth> auth,
            CleanupProperties properties,
            ObjectProvider<Retention> retention,
            ObjectProvider<Clock> clock) {
        Clock time = clock.getIfUnique(Clock::systemUTC);
        return new CleanupSchedule(
                store,
                () -> upkeep(auth, store, time),
                retention.getIfAvailable(Retention::standard),
                time,
                trigger(properties.cron()));
    }

    /** That of the library, which deletes accounts whose day has come; without it the rows are cleaned up alone. */
    private static Upkeep upkeep(ObjectProvider<Auth> auth, AuthStore store, Clock clock) {
        Auth unique = auth.getIfUnique();
        return unique == null ? Upkeep.of(store, clock) : unique.upkeep();
    }

    private static CronTrigger trigger(String cron) {
        try {
            return new CronTrigger(cron);
        } catch (IllegalArgumentException e) {
            throw new AuthSetupException(List.of("property-refused: lockstile.cleanup.cron: " + e.getMessage()));
        }
    }
}
