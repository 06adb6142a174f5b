package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class HttpTest {

    @Test
    void somebody_registers_confirms_and_signs_in_over_http() {
        try (ConfigurableApplicationContext context = ShopHost.onH2().start()) {
            Http http = Http.of(context);
            String email = "ana@shop.example";
            HttpResponse<String> registered = http.post("/auth/register/", Http.registration(email));
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
            emails.await(1, Duration.ofSeconds(10));
            assertThat(emails.lastLink(email).toString()).isNotNull();
            assertThat(http.confirm(emails.lastLink(email), registered).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> login = http.post("/auth/login/basic/", Http.login(email));
            assertThat(login.statusCode()).isEqualTo(200);
            assertThat(http.get("/auth/me/?client=web", "Authorization", "Bearer " + Http.access(login))
                            .body())
                    .contains(email);
        }
    }

    @Test
    void the_endpoints_are_served_under_another_prefix_and_the_document_beside_them() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.http.prefix", "/accounts/v1")
                .with("lockstile.http.openapi", "true")
                .start()) {
            Http http = Http.of(context);
            assertThat(http.post("/accounts/v1/register/", Http.registration("ana@shop.example"))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(http.get("/auth/me/").statusCode()).isEqualTo(404);
            assertThat(http.get("/accounts/v1/openapi.json").body())
                    .contains("/accounts/v1")
                    .contains("/login/basic/");
        }
    }

    @Test
    void a_flow_that_is_off_is_neither_served_nor_described() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.flows.codes", "false")
                .with("lockstile.flows.administration", "false")
                .with("lockstile.http.openapi", "true")
                .start()) {
            Http http = Http.of(context);
            assertThat(http.post("/auth/otp/request/", "{}").statusCode()).isEqualTo(404);
            assertThat(http.post("/auth/admin/create-staff/", "{}").statusCode())
                    .isEqualTo(404);
            assertThat(http.get("/auth/openapi.json").body())
                    .doesNotContain("/otp/request/")
                    .doesNotContain("/admin/")
                    .contains("/login/basic/");
        }
    }

    @Test
    void a_field_that_the_application_declares_is_described() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with(Company.class)
                .with("lockstile.http.openapi", "true")
                .start()) {
            assertThat(Http.of(context).get("/auth/openapi.json").body()).contains("\"company\"");
        }
    }

    /** A field of the shop's own. */
    static final class Company implements LockstileCustomizer {

        @Override
        public void customize(AuthBuilder builder) {
            builder.registrationFields("company");
        }
    }

    @Test
    void unknown_members_are_refused_in_development_and_ignored_in_production_where_the_application_says_so() {
        String misspelt = Http.login("ana@shop.example").replace("{", "{\"remember\":true,");
        ShopHost ignoring = ShopHost.onH2().with("lockstile.http.ignore-unknown-members", "true");
        assertThat(login(ignoring, misspelt)).contains("\"remember\"", "invalid_input");
        ShopHost production =
                ignoring.with("spring.profiles.active", "prod").with("lockstile.base-url", "https://shop.example");
        assertThat(login(production, misspelt)).contains("invalid_credentials");
        assertThat(login(production.without("lockstile.http.ignore-unknown-members"), misspelt))
                .contains("\"remember\"", "invalid_input");
        ShopHost inherited = ShopHost.onH2().with("lockstile.http.naming", "snake_case");
        assertThat(login(inherited, misspelt)).contains("invalid_credentials");
        assertThat(login(inherited.with("lockstile.http.ignore-unknown-members", "false"), misspelt))
                .contains("\"remember\"", "invalid_input");
    }

    private static String login(ShopHost host, String body) {
        try (ConfigurableApplicationContext context = host.start()) {
            return Http.of(context).post("/auth/login/basic/", body).body();
        }
    }

    @Test
    void without_endpoints_the_services_are_still_there() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with("lockstile.http.enabled", "false").start()) {
            assertThat(Http.of(context).get("/auth/me/").statusCode()).isEqualTo(404);
            assertThat(context.getBean(dev.lockstile.auth.Auth.class).sessions())
                    .isNotNull();
        }
    }

    @Test
    void a_prefix_that_is_no_path_and_a_value_out_of_bounds_are_refused_by_name() {
        assertRefused("lockstile.http.prefix", "auth/", "prefix-unusable");
        assertRefused("lockstile.http.allowed-origins", "*", "lockstile.http");
        assertRefused("lockstile.codes.sms-digits", "4", "lockstile.codes");
        assertRefused("lockstile.tokens.access-ttl", "3h", "lockstile.tokens");
        assertRefused("lockstile.links.confirm-page", "http://shop.example/confirm", "lockstile.links");
        assertRefused("lockstile.keys.digest-key", "c2hvcnQ", "digest-key-short");
        assertRefused("lockstile.message-workers", "99", "message-workers-out-of-bounds");
        assertRefused("lockstile.deletion-grace", "91d", "deletion-grace-out-of-bounds");
        assertRefused("lockstile.passwords.history", "25", "password-history-out-of-bounds");
        assertRefused("lockstile.passwords.history", "4", "former-password-entity-missing");
    }

    @Test
    void outside_of_development_no_address_and_no_key_is_made_up() {
        assertRefused("spring.profiles.active", "prod", "base-url-missing");
        ShopHost keyless = ShopHost.onH2()
                .with("spring.profiles.active", "prod")
                .with("lockstile.base-url", "https://shop.example")
                .without("lockstile.keys.folder");
        assertThatThrownBy(keyless::start).rootCause().hasMessageContaining("keys-missing");
    }

    @Test
    void the_inbox_is_refused_where_a_production_profile_is_active() {
        ShopHost host = ShopHost.onH2()
                .with("spring.profiles.active", "prod")
                .with("lockstile.dev.inbox", "true")
                .with("lockstile.base-url", "https://shop.example");
        assertThatThrownBy(host::start).rootCause().hasMessageContaining("dev-inbox-in-production");
    }

    private static void assertRefused(String property, String value, String told) {
        assertThatThrownBy(() -> ShopHost.onH2().with(property, value).start().close())
                .as(property)
                .rootCause()
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining(told);
    }
}
