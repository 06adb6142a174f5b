package dev.lockstile.auth.spring.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.DevelopmentProperties;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

/** The endpoints with beans of an application. */
final class HttpWiringTest {

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(HttpAutoConfiguration.class))
            .withBean(Auth.class, kit::auth)
            .withBean(Development.class, HttpWiringTest::development);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void they_go_by_the_clock_of_the_application() {
        runner.withBean(Clock.class, kit::clock)
                .run(context ->
                        assertThat(context.getBean(HttpSettings.class).clock()).isSameAs(kit.clock()));
        runner.run(context ->
                assertThat(context.getBean(HttpSettings.class).clock()).isEqualTo(Clock.systemUTC()));
    }

    @Test
    void they_answer_in_the_language_of_the_messages_where_a_client_names_none() {
        runner.run(context ->
                assertThat(context.getBean(HttpSettings.class).fallback()).isEqualTo(Locale.ENGLISH));
        runner.withPropertyValues("lockstile.locale=es")
                .run(context -> assertThat(context.getBean(HttpSettings.class).fallback())
                        .isEqualTo(Locale.forLanguageTag("es")));
    }

    @Test
    void settings_of_the_application_stand_in_place_of_the_properties() {
        HttpSettings own = HttpSettings.defaults().withLoginRedirectUrl("/desk");
        runner.withBean(HttpSettings.class, () -> own)
                .withPropertyValues("lockstile.http.login-redirect-url=/other")
                .run(context -> assertThat(context.getBean(HttpSettings.class)).isSameAs(own));
    }

    @Test
    void paths_of_fastapi_users_are_taken_by_no_endpoints() {
        WebApplicationContextRunner routes = runner.withPropertyValues("lockstile.http.fast-api-users=true");
        for (String prefix : List.of("/auth", "/users")) {
            WebApplicationContextRunner taken = routes.withPropertyValues("lockstile.http.prefix=" + prefix);
            taken.run(context -> assertThat(context.getStartupFailure())
                    .as(prefix)
                    .rootCause()
                    .hasMessageContaining("fast-api-users-path-taken"));
            taken.withPropertyValues("lockstile.http.enabled=false")
                    .run(context -> assertThat(context).hasNotFailed());
        }
        routes.withPropertyValues("lockstile.http.prefix=/api")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static Development development() {
        return new Development(
                new DevelopmentProperties(false, List.of("test"), List.of("live")), new MockEnvironment());
    }
}
