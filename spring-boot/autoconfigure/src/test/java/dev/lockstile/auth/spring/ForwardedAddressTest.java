package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** By which address limits count where Spring reads the headers of proxies. */
class ForwardedAddressTest {

    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final String PROXIES = "lockstile.http.trusted-proxies";
    private static final String[] WRITTEN_BY_THE_CLIENT = {"X-Forwarded-For", "198.51.100.66, 203.0.113.9"};

    @ParameterizedTest
    @ValueSource(strings = {"framework", "native"})
    void the_address_that_the_near_proxy_saw_counts(String strategy) {
        try (ConfigurableApplicationContext context =
                host().with(STRATEGY, strategy).with(PROXIES, "127.0.0.1").start()) {
            assertThat(address(context, WRITTEN_BY_THE_CLIENT)).isEqualTo("203.0.113.9");
            assertThat(address(context)).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_client_that_is_no_proxy_counts_by_its_connection() {
        try (ConfigurableApplicationContext context =
                host().with(STRATEGY, "framework").with(PROXIES, "10.0.0.0/8").start()) {
            assertThat(address(context, WRITTEN_BY_THE_CLIENT)).isEqualTo("127.0.0.1");
            assertThat(address(context, "Forwarded", "for=198.51.100.66;proto=https"))
                    .isEqualTo("127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OwnFilter.class, OwnRegistration.class})
    void a_filter_of_the_application_counts_as_the_strategy(Class<?> filter) {
        try (ConfigurableApplicationContext context =
                host().with(filter).with(PROXIES, "127.0.0.1").start()) {
            assertThat(address(context, WRITTEN_BY_THE_CLIENT)).isEqualTo("203.0.113.9");
        }
        assertRefused(host().with(filter));
    }

    @Test
    void the_strategy_without_names_of_proxies_is_refused() {
        assertRefused(host().with(STRATEGY, "framework"));
    }

    /** Of the servers of Spring Boot, Tomcat alone looks at who sent a header. */
    @Test
    void headers_that_another_server_believes_of_any_client_are_refused() {
        assertThatThrownBy(host().with(STRATEGY, "native").with(OtherServer.class)::start)
                .rootCause()
                .hasMessageContaining("proxies-not-checked");
        try (ConfigurableApplicationContext context = host().with(STRATEGY, "framework")
                .with(PROXIES, "127.0.0.1")
                .with(OtherServer.class)
                .start()) {
            assertThat(address(context, WRITTEN_BY_THE_CLIENT)).isEqualTo("203.0.113.9");
        }
    }

    private static void assertRefused(ShopHost host) {
        assertThatThrownBy(host::start)
                .rootCause()
                .hasMessageContaining("proxies-not-named")
                .hasMessageContaining("X-Forwarded-For");
    }

    private static String address(ConfigurableApplicationContext context, String... headers) {
        return RawHttp.of(context)
                .send("GET", "/address", headers)
                .replaceFirst("(?s).*\r\n\r\n(?:[0-9a-f]+\r\n)?", "")
                .strip();
    }

    private static ShopHost host() {
        return ShopHost.onH2().with(Address.class);
    }

    @RestController
    static class Address {

        private final HttpSettings settings;

        Address(HttpSettings settings) {
            this.settings = settings;
        }

        @GetMapping(path = "/address", produces = "text/plain")
        String address(HttpServletRequest request) {
            return "" + settings.address().of(request);
        }
    }

    /** Stands for one that is not Tomcat. */
    @Configuration(proxyBeanMethods = false)
    static class OtherServer {

        @Bean
        ServletWebServerFactory server() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
            return initializers -> tomcat.getWebServer(initializers);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnFilter {

        @Bean
        ForwardedHeaderFilter forwarded() {
            return new ForwardedHeaderFilter();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRegistration {

        @Bean
        FilterRegistrationBean<ForwardedHeaderFilter> forwarded() {
            FilterRegistrationBean<ForwardedHeaderFilter> registration =
                    new FilterRegistrationBean<>(new ForwardedHeaderFilter());
            registration.setOrder(Integer.MIN_VALUE);
            return registration;
        }
    }
}
