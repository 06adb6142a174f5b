package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Paths that only signed-in callers reach, in an application without Spring Security. */
class ProtectedPathsTest {

    @Test
    void a_path_that_is_not_canonical_is_a_bad_request() {
        try (ConfigurableApplicationContext context = host("/reports/**").start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(List.of(
                            "/auth/../reports/x",
                            "/auth/..;/reports/x",
                            "/auth/%2e%2e/reports/x",
                            "//reports/x",
                            "/./reports/x",
                            "/;a=b/reports/x",
                            "/reports/%25x"))
                    .allSatisfy(path ->
                            assertThat(http.status("GET", path)).as(path).isEqualTo(400));
            assertThat(http.status("GET", "/reports/x")).isEqualTo(401);
            assertThat(http.status("GET", "/open/../auth/.well-known/jwks.json"))
                    .as("the endpoints do their own checks")
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/forward", "/open/dispatch"})
    void a_forward_or_an_asynchronous_dispatch_does_not_lead_into_them(String path) {
        try (ConfigurableApplicationContext context = host("/reports/**").start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.status("GET", path)).isEqualTo(401);
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(http.send("GET", path, "Authorization", bearer)).contains("report for 1");
        }
    }

    @Test
    void a_page_that_includes_one_of_them_is_served_without_it() {
        try (ConfigurableApplicationContext context = host("/reports/**").start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.status("GET", "/open/include/reports/x")).isEqualTo(200);
            assertThat(http.send("GET", "/open/include/reports/x"))
                    .contains("begin  end")
                    .doesNotContain("report for");
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(http.send("GET", "/open/include/reports/x", "Authorization", bearer))
                    .contains("begin report for 1 end");
        }
    }

    @Test
    void an_included_console_needs_the_right_of_superusers() {
        try (ConfigurableApplicationContext context = host("/h2-console/**").start()) {
            RawHttp http = RawHttp.of(context);
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            String superuser = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
            String path = "/open/include/h2-console/";
            assertThat(http.send("GET", path)).contains("begin  end");
            assertThat(http.send("GET", path, "Authorization", user)).contains("begin  end");
            assertThat(http.send("GET", path, "Authorization", superuser)).contains("begin File not found");
        }
    }

    @Test
    void an_error_page_below_them_is_shown_to_all() {
        try (ConfigurableApplicationContext context =
                host("/reports/**").with(OwnErrorPage.class).start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.status("GET", "/nothing")).isEqualTo(404);
            assertThat(http.send("GET", "/nothing")).contains("report for null");
            assertThat(http.status("GET", "/reports/missing")).isEqualTo(401);
        }
    }

    @Test
    void answers_that_come_later_and_errors_keep_their_status() {
        try (ConfigurableApplicationContext context = host("/**").start()) {
            RawHttp http = RawHttp.of(context);
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(http.send("GET", "/api/later", "Authorization", bearer)).endsWith("later");
            assertThat(http.status("GET", "/api/broken", "Authorization", bearer))
                    .isEqualTo(500);
            assertThat(http.status("GET", "/nothing", "Authorization", bearer)).isEqualTo(404);
            assertThat(http.status("GET", "/error")).isEqualTo(401);
            assertThat(http.status("GET", "/api/later")).isEqualTo(401);
        }
    }

    @Test
    void files_are_closed_whatever_the_spelling(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("secret"));
        Files.writeString(folder.resolve("secret/plan.txt"), "the plan");
        Files.writeString(folder.resolve("index.html"), "the plan");
        try (ConfigurableApplicationContext context = host("/secret/plan.txt,/index.html")
                .with("spring.web.resources.static-locations", folder.toUri().toString())
                .start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(List.of(
                            "/secret/plan.txt",
                            "/secret/plan.txt/",
                            "/secret%252Fplan.txt",
                            "/secret/%70lan.txt",
                            "/SECRET/plan.txt",
                            "/secret/./plan.txt",
                            "/x/../secret/plan.txt",
                            "/secret/plan.txt;x",
                            "/secret//plan.txt",
                            "/secret/plan.txt%00",
                            "/secret%5Cplan.txt",
                            "/index.html",
                            "/"))
                    .allSatisfy(
                            path -> assertThat(http.send("GET", path)).as(path).doesNotContain("the plan"));
        }
    }

    @Test
    void they_are_below_the_path_of_the_context_and_of_the_dispatcher_servlet() {
        try (ConfigurableApplicationContext context = host("/app/api/**,/reports/**,/app/actuator/**")
                .with("server.servlet.context-path", "/shop")
                .with("spring.mvc.servlet.path", "/app")
                .start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.status("GET", "/shop/app/api/hello")).isEqualTo(401);
            assertThat(http.status("GET", "/shop/reports/x")).isEqualTo(401);
            assertThat(http.status("GET", "/shop/../shop/reports/x")).isEqualTo(400);
            assertThat(http.status("GET", "/%73hop/reports/x")).isEqualTo(401);
            assertThat(http.status("GET", "/shop/app/actuator/env")).isEqualTo(401);
        }
    }

    @Test
    void they_are_kept_where_the_actuator_has_a_port_of_its_own() {
        try (ConfigurableApplicationContext context =
                host("/actuator/**").with("management.server.port", "0").start()) {
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            String superuser = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
            RawHttp management =
                    new RawHttp(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
            assertThat(management.status("GET", "/actuator/env")).isEqualTo(401);
            assertThat(management.status("GET", "/x/../actuator/env")).isEqualTo(400);
            assertThat(management.status("GET", "/actuator/env", "Authorization", user))
                    .isEqualTo(403);
            assertThat(management.status("GET", "/actuator/health", "Authorization", user))
                    .isEqualTo(200);
            assertThat(management.status("GET", "/actuator/env", "Authorization", superuser))
                    .isEqualTo(200);
        }
    }

    @Test
    void they_are_closed_to_filters_of_the_application_that_answer_themselves() {
        try (ConfigurableApplicationContext context =
                host("/filtered/**").with(Answering.class).start()) {
            assertThat(RawHttp.of(context).status("GET", "/filtered/x")).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/**", "/a%20b/**", "/api/**/x/**/y{", "/api//x", "/api;x"})
    void a_pattern_that_matches_no_path_is_refused(String pattern) {
        assertThatThrownBy(() -> host(pattern).start().close())
                .rootCause()
                .hasMessageContaining("protected-path-unusable");
    }

    @Test
    void beside_spring_security_they_are_refused() {
        assertThatThrownBy(() -> host("/api/**").withSecurity().start().close())
                .rootCause()
                .hasMessageContaining("protected-paths-beside-spring-security");
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnErrorPage {

        @Bean
        ErrorPageRegistrar missing() {
            return pages -> pages.addErrorPages(new ErrorPage(HttpStatus.NOT_FOUND, "/reports/missing"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Answering {

        @Bean
        FilterRegistrationBean<Filter> answering() {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                    (request, response, chain) -> response.getWriter().print("answered"));
            registration.addUrlPatterns("/filtered/*");
            registration.setOrder(0);
            return registration;
        }
    }

    private static ShopHost host(String paths) {
        return ShopHost.onH2()
                .with(GuardedHost.class)
                .with("management.endpoints.web.exposure.include", "*")
                .with("lockstile.http.protected-paths", paths);
    }
}
