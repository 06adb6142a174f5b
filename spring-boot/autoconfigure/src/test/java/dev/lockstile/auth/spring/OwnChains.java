package dev.lockstile.auth.spring;

import dev.lockstile.auth.spring.security.LockstileSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Filter chains that an application may have. */
final class OwnChains {

    private OwnChains() {}

    /** One for any request. */
    @Configuration(proxyBeanMethods = false)
    static class Whole {

        @Bean
        SecurityFilterChain whole(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    /** One for a few paths. */
    @Configuration(proxyBeanMethods = false)
    static class Narrow {

        @Bean
        SecurityFilterChain narrow(HttpSecurity http) {
            return http.securityMatcher("/actuator/health/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    /** Two, each for a few paths: one with the library in it and one without. */
    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        SecurityFilterChain reportChain(HttpSecurity http) {
            return http.securityMatcher("/reports/**")
                    .with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("right:superuser"))
                    .build();
        }

        @Bean
        @Order(1)
        SecurityFilterChain fileChain(HttpSecurity http) {
            return http.securityMatcher("/files/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
