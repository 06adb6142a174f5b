package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.model.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Opens health and info of the actuator, and keeps its other endpoints for superusers. */
@AutoConfiguration
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(PathMappedEndpoints.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ActuatorAccessAutoConfiguration {

    /** Without Spring Security, for the protected paths. */
    @Bean
    ActuatorPaths lockstileActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints) {
        return new ActuatorPaths(endpoints);
    }

    /** In the fallback chain. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({EndpointRequest.class, HttpSecurity.class})
    static final class Rules {

        @Bean
        FallbackRule lockstileActuatorRule(ActuatorPaths paths) {
            return requests -> requests.requestMatchers(
                            EndpointRequest.to("health", "info"),
                            EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, "health"),
                            EndpointRequest.toAdditionalPaths(WebServerNamespace.MANAGEMENT, "health"))
                    .permitAll()
                    // matchers of Spring Boot see the page that includes an endpoint
                    .requestMatchers(EndpointRequest.toAnyEndpoint(), paths::contain)
                    .hasAuthority(Right.PREFIX + Right.SUPERUSER.text());
        }
    }
}
