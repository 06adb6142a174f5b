package dev.lockstile.auth.spring.internal.actuate;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Versions at the info endpoint, where Spring Boot's actuator is on the class path. */
@AutoConfiguration
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
@ConditionalOnEnabledInfoContributor("lockstile")
final class InfoAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "lockstileInfoContributor")
    InfoContributor lockstileInfoContributor() {
        ModuleVersions versions = ModuleVersions.onClassPath(InfoAutoConfiguration.class.getClassLoader());
        return info -> info.withDetail("lockstile", versions.byModule());
    }
}
