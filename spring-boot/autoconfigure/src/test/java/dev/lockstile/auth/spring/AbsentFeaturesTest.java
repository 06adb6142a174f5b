package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.test.TestPostgres;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop whose entities are those of sign-in: what it has no entity for is not there, and what it has works. */
class AbsentFeaturesTest {

    private static final List<String> ABSENT = List.of(
            "/auth/login/passkey/options/",
            "/auth/login/passkey/",
            "/auth/login/second-factor/passkey/",
            "/auth/step-up/passkey/",
            "/auth/passkeys/",
            "/auth/login/social/",
            "/auth/login/social/nonce/",
            "/auth/login/social/start/",
            "/auth/login/social/finish/",
            "/auth/admin/social/accounts/",
            "/auth/api-keys/");

    @Test
    void neither_an_endpoint_nor_its_description_is_there() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with("lockstile.http.openapi", "true").start()) {
            assertThat(context.getBean(Auth.class).features()).isEmpty();
            Http http = Http.of(context);
            for (String path : ABSENT) {
                HttpResponse<String> answer = http.post(path, "{}");
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).contains("not_found");
            }
            assertThat(http.get("/auth/openapi.json").body())
                    .doesNotContain("/passkeys/", "/login/passkey/", "/login/social/", "/admin/social/", "/api-keys/")
                    .contains("/login/basic/", "/admin/create-staff/");
        }
    }

    @Test
    void no_page_of_them_is_there() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with("lockstile.pages.path", "/account").start()) {
            Http http = Http.of(context);
            for (String path : List.of(
                    "/account/sign-in/passkey",
                    "/account/sign-in/social",
                    "/account/social/callback/any",
                    "/account/account/passkeys",
                    "/account/account/totp")) {
                assertThat(http.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(http.get("/account/sign-in").body()).contains("password").doesNotContain("passkey", "social");
        }
    }

    /** On tables of sign-in alone, where a statement on any other fails. */
    @Test
    void every_flow_of_sign_in_runs_on_the_tables_that_are_there() {
        try (ConfigurableApplicationContext context =
                ShopHost.on(TestPostgres.freshDatabase()).start()) {
            SignInWalk.take(context);
        }
    }
}
