package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenID providers by the environment. */
class SocialEnvironmentTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final Map<String, String> ACME = Map.of(
            "QUICKSTART_OIDC_ACME_STAFF_ISSUER", "https://login.acme.example",
            "QUICKSTART_OIDC_ACME_STAFF_CLIENT_ID", "web, app",
            "QUICKSTART_OIDC_ACME_STAFF_REDIRECT_URIS", "https://shop.example/cb , com.acme:/cb");

    @TempDir
    Path folder;

    @Test
    void without_variables_there_is_no_provider() {
        assertThat(new SocialEnvironment(Map.of("QUICKSTART_SOCIAL_SIGN_UP", "true")).settings(ORIGIN))
                .isEmpty();
    }

    @Test
    void the_checklist_of_an_import_knows_the_sites() {
        assertThat(new ManagedQuickstart(QuickstartSettings.from(ACME)).socialProviders())
                .contains(Set.of("acme-staff"));
        assertThat(new ManagedQuickstart(QuickstartSettings.from(Map.of())).socialProviders())
                .as("told, and none")
                .contains(Set.of());
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        for (String what : List.of("ISSUER", "CLIENT_ID")) {
            String variable = "QUICKSTART_OIDC_ACME_STAFF_" + what;
            Map<String, String> less = new HashMap<>(ACME);
            less.remove(variable);
            assertRefused(less, variable + " is missing");
            less.put(variable, " , ");
            assertRefused(less, variable + " is missing");
        }
        assertRefused(Map.of("QUICKSTART_OIDC_ACME_SECRET", "x"), "QUICKSTART_OIDC_ACME_SECRET is no variable");
        assertRefused(Map.of("QUICKSTART_OIDC_acme_ISSUER", "x"), "is no variable");
        assertRefused(with("ISSUER", "http://login.acme.example"), "https");
        assertRefused(with("REDIRECT_URIS", "http://shop.example/cb"), "redirect URI");
        assertRefused(with("LINK_BY_EMAIL", "true"), "emailAuthoritative");
    }

    @Test
    void browsers_come_back_to_the_applications_own_callback_unless_told_otherwise() {
        SocialSettings settings = new SocialEnvironment(with("REDIRECT_URIS", " , "))
                .settings(ORIGIN)
                .orElseThrow();
        assertThat(settings.providers().get(0).redirectUri())
                .isEqualTo(ORIGIN + "/auth/login/social/callback/acme-staff/");
    }

    @Test
    void a_provider_is_strict_unless_the_environment_loosens_it() {
        SocialSettings settings = new SocialEnvironment(ACME).settings(ORIGIN).orElseThrow();
        SocialProvider acme = settings.providers().get(0);
        assertThat(acme.name()).isEqualTo("acme-staff");
        assertThat(acme.redirectUri()).isEqualTo("https://shop.example/cb");
        assertThat(acme.isRedirectUri("com.acme:/cb")).isTrue();
        assertThat(acme.isEmailAuthoritative()).isFalse();
        assertThat(acme.linksByEmail()).isFalse();
        assertThat(settings.signUp()).isTrue();
        assertThat(settings.idTokenWithoutNonce()).isFalse();
        assertThat(settings.returnOrigins()).containsExactly(ORIGIN);
        Map<String, String> loose = new HashMap<>(with("EMAIL_AUTHORITATIVE", "true"));
        loose.put("QUICKSTART_SOCIAL_SIGN_UP", "false");
        loose.put("QUICKSTART_ORIGIN", "https://shop.example,https://www.shop.example");
        SocialSettings other = new SocialEnvironment(loose).settings(ORIGIN).orElseThrow();
        assertThat(other.providers().get(0).isEmailAuthoritative()).isTrue();
        assertThat(other.signUp()).isFalse();
        assertThat(other.returnOrigins()).containsExactly("https://shop.example", "https://www.shop.example");
    }

    @Test
    void a_person_gets_an_account_by_the_provider_of_the_environment() {
        try (MockOpenIdProvider site = MockOpenIdProvider.start()) {
            QuickstartSettings settings = QuickstartSettings.from(Map.of(
                    "QUICKSTART_DATA", folder.toString(),
                    "QUICKSTART_DB_URL", "jdbc:h2:mem:social-environment",
                    "QUICKSTART_OIDC_MOCK_ISSUER", site.issuer(),
                    "QUICKSTART_OIDC_MOCK_CLIENT_ID", "web",
                    "QUICKSTART_OIDC_MOCK_REDIRECT_URIS", "http://localhost:8080/auth/login/social/callback/mock/",
                    "QUICKSTART_OIDC_MOCK_EMAIL_AUTHORITATIVE", "true",
                    "QUICKSTART_OIDC_MOCK_ALLOW_INSECURE_LOOPBACK", "true"));
            Database database = Database.open(settings);
            try (Auth auth = Application.wire(
                            settings,
                            Application.settings(settings, 8080),
                            new KeyFiles(settings.data()).load(settings.keys()),
                            database,
                            null)
                    .build()) {
                assertThat(auth.social().providers()).containsExactly("mock");
                SignIn signedIn = signIn(auth, site).orElseThrow();
                assertThat(signedIn.extras().account().userCreated()).isTrue();
            } finally {
                database.close();
            }
        }
    }

    private static Outcome<SignIn> signIn(Auth auth, MockOpenIdProvider site) {
        SocialLogin.Nonce nonce = auth.social().nonce("mock", null, "127.0.0.1").orElseThrow();
        String token = site.idToken("web", "7")
                .nonce(nonce.nonce())
                .verifiedEmail("ana@example.com")
                .sign();
        SocialClaim claim =
                new SocialClaim("mock", nonce.transactionId(), new SocialProof.IdToken(Secret.of(token), null));
        return auth.social().signIn(new SocialLogin.Attempt(claim, ClientInfo.web("127.0.0.1"), true));
    }

    private static Map<String, String> with(String what, String value) {
        Map<String, String> more = new HashMap<>(ACME);
        more.put("QUICKSTART_OIDC_ACME_STAFF_" + what, value);
        return more;
    }

    private static void assertRefused(Map<String, String> environment, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocialEnvironment(environment).settings(ORIGIN))
                .withMessageContaining(why);
    }
}
