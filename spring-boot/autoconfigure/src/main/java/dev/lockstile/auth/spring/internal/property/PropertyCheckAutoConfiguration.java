package dev.lockstile.auth.spring.internal.property;

import dev.lockstile.auth.AuthSetupException;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Refuses mistyped properties before any bean is made, and so before the first statement on the database. */
@AutoConfiguration
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
final class PropertyCheckAutoConfiguration {

    @Bean
    static BeanFactoryPostProcessor lockstilePropertyCheck(Environment environment) {
        return beans -> {
            List<String> problems = new UnknownProperties(() -> KnownProperties.added(beans)).in(environment);
            if (!problems.isEmpty()) {
                throw new AuthSetupException(problems);
            }
        };
    }
}
