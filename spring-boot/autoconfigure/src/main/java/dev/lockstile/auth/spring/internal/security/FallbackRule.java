package dev.lockstile.auth.spring.internal.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Bean that adds rules to the fallback chain, before its rule that any other request needs a signed-in caller. */
@FunctionalInterface
public interface FallbackRule {

    /** Adds to these rules; the first that matches decides. */
    void add(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
