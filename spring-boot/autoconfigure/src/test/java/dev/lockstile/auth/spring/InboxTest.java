package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** The development inbox shows codes: a claimed client address does not open it. */
class InboxTest {

    private static final String STRATEGY = "server.forward-headers-strategy";

    @Test
    void this_machine_reads_it_under_its_own_names_and_no_client_of_a_proxy_does() {
        try (ConfigurableApplicationContext context = inbox().start()) {
            RawHttp http = RawHttp.of(context);
            for (String path : new String[] {"/dev/messages", "/dev/inbox"}) {
                for (String host : new String[] {"localhost", "127.0.0.1", "localhost:8080"}) {
                    assertThat(http.send("GET", path, "Host", host))
                            .as(host)
                            .contains(" 200 ", "Cache-Control: no-store", "X-Content-Type-Options: nosniff");
                }
                for (String host : new String[] {"evil.example", "localhost.evil.example", "shop"}) {
                    assertThat(http.status("GET", path, "Host", host)).as(host).isEqualTo(404);
                }
                for (String header :
                        new String[] {"Via", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "CF-Ray", "X-Envoy-Hop"}) {
                    assertThat(http.status("GET", path, header, "x")).as(header).isEqualTo(404);
                }
            }
            assertThat(http.send("GET", "/dev/inbox")).contains("Content-Security-Policy: default-src 'none';");
        }
        assertThat(statusOf(inbox().with(STRATEGY, "none"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "framework", "native"})
    void nobody_reads_it_by_naming_this_machine_in_a_header(String strategy) {
        ShopHost host = inbox().with(STRATEGY, strategy);
        assertThat(statusOf(host, "X-Forwarded-For", "127.0.0.1")).isEqualTo(404);
    }

    /** What Spring Boot takes as a reason to believe such headers. */
    @ParameterizedTest
    @CsvSource({
        STRATEGY + ",native",
        STRATEGY + ",FRAMEWORK",
        "spring.main.cloud-platform,heroku",
        "server.tomcat.remoteip.remote-ip-header,X-Peer",
        "server.tomcat.remoteip.protocol-header,X-Protocol"
    })
    void it_is_not_served_where_headers_of_proxies_are_believed(String property, String value) {
        assertThat(statusOf(inbox().with(property, value), "X-Peer", "127.0.0.1"))
                .isEqualTo(404);
    }

    /** Behind a proxy on this machine that adds no header and calls it localhost, every client looks near. */
    @ParameterizedTest
    @CsvSource({"https://shop.example,404", "http://127.0.0.1:8080,200"})
    void it_is_served_where_the_address_of_the_application_is_of_this_machine_alone(String address, int status) {
        assertThat(statusOf(inbox().with("lockstile.base-url", address))).isEqualTo(status);
    }

    @Test
    void no_forward_of_the_application_leads_to_it() {
        try (ConfigurableApplicationContext context = inbox().with(Forwarding.class)
                .with("lockstile.base-url", "https://shop.example")
                .start()) {
            assertThat(Http.of(context).get("/forward").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_filter_of_the_application_that_takes_the_headers_away_hides_nothing() {
        assertThat(statusOf(inbox().with(EarlyForwarding.class), "X-Forwarded-For", "127.0.0.1"))
                .isEqualTo(404);
    }

    private static ShopHost inbox() {
        return ShopHost.onH2().with("lockstile.dev.inbox", "true").with("lockstile.http.trusted-proxies", "127.0.0.1");
    }

    private static int statusOf(ShopHost host, String... headers) {
        try (ConfigurableApplicationContext context = host.start()) {
            return Http.of(context).get("/dev/messages", headers).statusCode();
        }
    }

    @Controller
    static class Forwarding {

        @GetMapping("/forward")
        String forward() {
            return "forward:/dev/messages";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EarlyForwarding {

        /** In the same place as that of the inbox, and registered before it. */
        @Bean
        FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders() {
            FilterRegistrationBean<ForwardedHeaderFilter> registration =
                    new FilterRegistrationBean<>(new ForwardedHeaderFilter());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
