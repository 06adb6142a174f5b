package dev.lockstile.auth.spring.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.spring.internal.caller.BrowserSessions;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.spring.internal.settings.PagesProperties;
import dev.lockstile.auth.testkit.AuthTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Where the pages are mounted. */
final class PagesWiringTest {

    private static final String PATH = "lockstile.pages.path=";

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PagesAutoConfiguration.class))
            .withUserConfiguration(Properties.class)
            .withBean(HttpSettings.class, HttpSettings::defaults)
            .withBean(Auth.class, kit::auth);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void they_are_nowhere_without_a_path() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BrowserSessions.class));
        runner.withPropertyValues(PATH + "/account")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(BrowserSessions.class));
    }

    @Test
    void a_path_that_no_request_finds_and_that_of_the_endpoints_are_refused() {
        for (String path : new String[] {"account", "/account/", "/", "/.hidden", "/a//b", "/a b", "/auth"}) {
            assertRefused(runner.withPropertyValues(PATH + path), "pages-path-unusable");
        }
        assertRefused(
                runner.withPropertyValues(PATH + "/api", "lockstile.http.prefix=/api"),
                "pages-path-unusable: /api is the path of the endpoints");
    }

    @Test
    void a_path_without_the_module_is_refused() {
        assertRefused(
                runner.withPropertyValues(PATH + "/account")
                        .withClassLoader(new FilteredClassLoader(PagesServlet.class)),
                "pages-module-missing");
    }

    private static void assertRefused(WebApplicationContextRunner wired, String told) {
        wired.run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(told));
    }

    @EnableConfigurationProperties({PagesProperties.class, HttpProperties.class})
    static class Properties {}
}
