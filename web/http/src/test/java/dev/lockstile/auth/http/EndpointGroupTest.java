package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints that a host leaves out are neither served nor described. */
final class EndpointGroupTest {

    private static final Map<EndpointGroup, List<String>> GONE = Map.of(
            EndpointGroup.PASSWORDS,
            List.of(
                    "/login/basic/",
                    "/login/new-password/",
                    "/password-reset/request/",
                    "/password-reset/confirm/",
                    "/password-reset/change/",
                    "/register/",
                    "/registration/account-confirmation-email/",
                    "/registration/account-confirmation-email/code/",
                    "/registration/account-confirmation-email/resend/"),
            EndpointGroup.CODES,
            List.of("/otp/request/", "/otp/verify/"),
            EndpointGroup.SIGN_UP,
            List.of(
                    "/register/",
                    "/registration/account-confirmation-email/",
                    "/registration/account-confirmation-email/code/",
                    "/registration/account-confirmation-email/resend/"),
            EndpointGroup.ADMINISTRATION,
            List.of(
                    "/admin/create-superuser/",
                    "/admin/create-staff/",
                    "/admin/factors/reset/",
                    "/admin/events/",
                    "/admin/factors/reset/cancel/",
                    "/admin/social/accounts/",
                    "/admin/social/unlink/",
                    "/admin/social/resume/",
                    "/admin/users/search/",
                    "/admin/users/export/",
                    "/admin/users/create/",
                    "/admin/users/{id}/",
                    "/admin/users/{id}/disable/",
                    "/admin/users/{id}/enable/",
                    "/admin/users/{id}/delete/",
                    "/admin/users/{id}/restore/",
                    "/admin/users/{id}/end-sessions/",
                    "/admin/users/{id}/end-api-keys/",
                    "/admin/users/{id}/keep/",
                    "/admin/service-accounts/{id}/api-keys/",
                    "/admin/service-accounts/{id}/rotate-api-key/",
                    "/admin/service-accounts/{id}/revoke-api-key/",
                    "/admin/service-accounts/",
                    "/admin/users/{id}/impersonate/",
                    "/admin/users/{id}/merge/",
                    "/admin/users/{id}/reset-password/",
                    "/admin/invitations/",
                    "/admin/roles/",
                    "/admin/sessions/end-all/",
                    "/admin/users/{id}/invite/",
                    "/admin/users/{id}/revoke-invitation/",
                    "/admin/users/{id}/require-password/",
                    "/admin/users/{id}/temporary-password/",
                    "/admin/users/{id}/role/",
                    "/admin/users/{id}/verify/"),
            EndpointGroup.PICTURES,
            List.of("/profile/picture/"));

    @Test
    void what_is_left_out_is_not_described_and_all_else_is() {
        Set<String> all = described(HttpSettings.defaults().withSnakeCase());
        GONE.forEach((group, paths) -> {
            assertThat(all).containsAll(paths);
            Set<String> rest = new TreeSet<>(all);
            paths.forEach(rest::remove);
            assertThat(described(HttpSettings.defaults().withSnakeCase().without(group)))
                    .as(group.name())
                    .isEqualTo(rest);
        });
    }

    @Test
    void what_is_left_out_answers_as_any_unknown_path() {
        HttpSettings none = HttpSettings.defaults()
                .withSnakeCase()
                .withClock(TestServer.fixed())
                .without(
                        EndpointGroup.PASSWORDS,
                        EndpointGroup.CODES,
                        EndpointGroup.ADMINISTRATION,
                        EndpointGroup.PICTURES)
                .without(EndpointGroup.SIGN_UP);
        try (TestServer server = TestServer.of(new Fakes(), none)) {
            GONE.values().stream().flatMap(List::stream).distinct().forEach(path -> {
                TestClient.Reply answer = server.client().post("/auth" + path.replace("{id}", "11"), "{}");
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.text()).as(path).contains("not_found");
            });
            assertThat(server.client().post("/auth/token/refresh/", "{}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_servlet_without_sign_up_refuses_codes_that_open_accounts() {
        HttpSettings closed = HttpSettings.defaults().withSnakeCase().without(EndpointGroup.SIGN_UP);
        try (Auth auth = auth(SignUpSettings.strict().allowSignUpByCode())) {
            assertThatThrownBy(() -> new AuthServlet(auth, closed))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("sign-up-by-code");
            assertThatCode(() -> new AuthServlet(auth, closed.without(EndpointGroup.CODES)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new AuthServlet(
                            auth, HttpSettings.defaults().withSnakeCase().without(EndpointGroup.PASSWORDS)))
                    .as("a host without passwords")
                    .doesNotThrowAnyException();
        }
        try (Auth auth = auth(SignUpSettings.strict())) {
            assertThatCode(() -> new AuthServlet(auth, closed)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_servlet_without_sign_up_refuses_other_sites_that_open_accounts() {
        HttpSettings closed = HttpSettings.defaults().withSnakeCase().without(EndpointGroup.SIGN_UP);
        SocialSettings sites = SocialSettings.of(TestSocialProvider.named("corp"));
        try (Auth auth =
                builder(SignUpSettings.strict()).social(sites.allowSignUp()).build()) {
            assertThatThrownBy(() -> new AuthServlet(auth, closed))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("sign-up-by-social");
            assertThatCode(() -> new AuthServlet(
                            auth, HttpSettings.defaults().withSnakeCase().without(EndpointGroup.PASSWORDS)))
                    .as("a host without passwords")
                    .doesNotThrowAnyException();
        }
        try (Auth auth = builder(SignUpSettings.strict()).social(sites).build()) {
            assertThatCode(() -> new AuthServlet(auth, closed)).doesNotThrowAnyException();
        }
    }

    private static Auth auth(SignUpSettings signUp) {
        return builder(signUp).build();
    }

    private static AuthBuilder builder(SignUpSettings signUp) {
        LinkSettings links =
                LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"));
        return Auth.builder(new InMemoryAuthStore())
                .settings(AuthSettings.owasp("Acme", TokenSettings.owasp("https://acme.example", "acme"), links)
                        .withSignUp(signUp))
                .keys(AuthKeys.generate())
                .email(new RecordingEmailSender());
    }

    private static Set<String> described(HttpSettings settings) {
        Set<String> paths = new TreeSet<>();
        JsonMapper.shared()
                .readTree(OpenApi.document(settings, "/auth"))
                .path("paths")
                .propertyNames()
                .forEach(paths::add);
        return paths;
    }
}
