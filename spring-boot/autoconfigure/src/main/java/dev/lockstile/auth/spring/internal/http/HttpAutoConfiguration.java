package dev.lockstile.auth.spring.internal.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.OpenApi;
import dev.lockstile.auth.http.settings.ClientAddress;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.FlowProperties;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The endpoints, under their prefix in the application's own server. */
@AutoConfiguration(afterName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(AuthServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({HttpProperties.class, FlowProperties.class, ServiceProperties.class})
final class HttpAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    HttpSettings lockstileHttpSettings(
            HttpProperties http,
            FlowProperties flows,
            ServiceProperties service,
            Development development,
            ObjectProvider<Clock> clock,
            ListableBeanFactory beans,
            Environment environment) {
        HttpSettings settings = new HttpSettingsFactory(http, flows, development.isOn())
                .settings()
                .withFallbackLanguage(service.locale());
        if (ForwardedFilter.isThere(beans)) {
            settings = settings.withClientAddress(new BelowForwardedHeaders(named(settings.address(), http)));
        } else if (UncheckedServer.isThere(beans, environment)) {
            throw new AuthSetupException(List.of("proxies-not-checked: this server believes the address that a client"
                    + " writes into X-Forwarded-For, and limits by address count by it"));
        }
        Clock own = clock.getIfUnique();
        return own == null ? settings : settings.withClock(own);
    }

    @Bean
    @ConditionalOnProperty(name = "lockstile.http.enabled", matchIfMissing = true)
    ServletRegistrationBean<AuthServlet> lockstileServlet(Auth auth, HttpSettings settings, HttpProperties http) {
        ServletRegistrationBean<AuthServlet> registration =
                new ServletRegistrationBean<>(new AuthServlet(auth, settings), prefix(http) + "/*");
        registration.setName("lockstile");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    @ConditionalOnProperty(name = "lockstile.http.fast-api-users", havingValue = "true")
    ServletRegistrationBean<AuthServlet> lockstileFastApiUsers(Auth auth, HttpSettings settings, HttpProperties http) {
        if (http.enabled() && List.of("/auth", "/users").contains(prefix(http))) {
            throw new AuthSetupException(
                    List.of("fast-api-users-path-taken: lockstile.http.fast-api-users serves /auth and"
                            + " /users: give lockstile.http.prefix another path, or set lockstile.http.enabled=false"));
        }
        ServletRegistrationBean<AuthServlet> registration =
                new ServletRegistrationBean<>(new AuthServlet(auth, settings.fastApiUsers()), "/auth/*", "/users/*");
        registration.setName("lockstile-fastapi-users");
        return registration;
    }

    @Bean
    @ConditionalOnProperty(name = "lockstile.http.openapi", havingValue = "true")
    ServletRegistrationBean<OpenApiServlet> lockstileOpenApi(Auth auth, HttpSettings settings, HttpProperties http) {
        String prefix = prefix(http);
        ServletRegistrationBean<OpenApiServlet> registration = new ServletRegistrationBean<>(
                new OpenApiServlet(OpenApi.document(auth, settings, prefix)), prefix + "/openapi.json");
        registration.setName("lockstile-openapi");
        return registration;
    }

    /**
     * Without the names of the proxies each client would count as the one proxy, or as the address that it wrote
     * itself.
     */
    private static ClientAddress named(ClientAddress address, HttpProperties http) {
        if (http.trustedProxies().isEmpty()) {
            throw new AuthSetupException(List.of("proxies-not-named: server.forward-headers-strategy=framework believes"
                    + " the address that a client writes into X-Forwarded-For, and limits by address count by it"));
        }
        return address;
    }

    private static String prefix(HttpProperties http) {
        String prefix = http.prefix();
        if (!prefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new AuthSetupException(
                    List.of("prefix-unusable: \"" + prefix + "\" is no path that begins, and does not end, with /"));
        }
        return prefix;
    }
}
