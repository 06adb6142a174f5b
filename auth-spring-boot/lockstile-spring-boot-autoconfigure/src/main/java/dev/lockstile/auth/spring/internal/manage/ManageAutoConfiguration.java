package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.cli.ManageCommands;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What runs a manage command once the application has started. */
@AutoConfiguration(afterName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnClass(ManageCommands.class)
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
final class ManageAutoConfiguration {

    @Bean
    ManageRunner lockstileManageRunner(ConfigurableApplicationContext application, BeanFactory beans) {
        return new ManageRunner(application, beans);
    }
}
