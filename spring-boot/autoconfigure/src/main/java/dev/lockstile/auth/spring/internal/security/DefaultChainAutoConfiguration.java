package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.spring.internal.caller.BrowserSessions;
import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.spring.internal.settings.SecurityProperties;
import dev.lockstile.auth.spring.security.LockstileSecurity;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The fallback chain, for requests that no chain of the application matches: signed-in callers come in. It is last in
 * order, and absent where a chain of the application matches any request.
 */
@AutoConfiguration(
        after = SecurityAutoConfiguration.class,
        afterName = "dev.lockstile.auth.spring.internal.http.HttpAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnProperty(
        name = {"lockstile.enabled", "lockstile.security.fallback", "lockstile.security.default-chain"},
        matchIfMissing = true)
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Auth.class)
@EnableConfigurationProperties(SecurityProperties.class)
class DefaultChainAutoConfiguration {

    private static final String NAME = "lockstileDefaultChain";

    /** Null where a chain of the application matches any request: Spring Security refuses a chain after such a one. */
    @Bean(NAME)
    @Order(Ordered.LOWEST_PRECEDENCE)
    @Nullable
    SecurityFilterChain lockstileDefaultChain(
            ObjectProvider<HttpSecurity> http,
            ListableBeanFactory beans,
            ObjectProvider<FallbackRule> rules,
            RequestCallers callers,
            ObjectProvider<BrowserSessions> browsers) {
        return hasChainForAnyRequest(beans)
                ? null
                : fallback(http.getObject(), rules.orderedStream().toList(), callers, browsers.getIfAvailable());
    }

    private static SecurityFilterChain fallback(
            HttpSecurity http, List<FallbackRule> rules, RequestCallers callers, @Nullable BrowserSessions browsers) {
        return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    rules.forEach(rule -> rule.add(requests));
                    requests.requestMatchers(TargetServlet::isConsole)
                            .hasAuthority(Right.PREFIX + Right.SUPERUSER.text())
                            .anyRequest()
                            .authenticated();
                })
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> checkForms(csrf, callers, browsers))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Forms of browsers that are signed in at the pages; other requests show a token in a header. */
    private static void checkForms(
            CsrfConfigurer<HttpSecurity> csrf, RequestCallers callers, @Nullable BrowserSessions browsers) {
        if (browsers == null) {
            csrf.disable();
        } else {
            csrf.requireCsrfProtectionMatcher(callers::isForm).csrfTokenRepository(new BrowserFormTokens(browsers));
        }
    }

    private static boolean hasChainForAnyRequest(ListableBeanFactory beans) {
        return Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, SecurityFilterChain.class))
                .filter(name -> !name.equals(NAME))
                .map(beans::getBean)
                .anyMatch(chain -> chain instanceof DefaultSecurityFilterChain own
                        && own.getRequestMatcher() instanceof AnyRequestMatcher);
    }
}
