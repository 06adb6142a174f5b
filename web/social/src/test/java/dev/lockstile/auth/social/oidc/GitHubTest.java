package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F7: GitHub's token counts if it was issued to our app; the address is the primary one, as GitHub verified it. */
final class GitHubTest extends ProviderTest {

    private static final String CHECK = "/applications/our-client/token";
    private static final String TOKEN = "/login/oauth/access_token";

    private final SocialProvider gitHub = SocialProviders.gitHub(
            OAuthClient.of("our-client")
                    .secret(Secret.of(SECRET))
                    .redirectUris(REDIRECT)
                    .clock(clock)
                    .allowInsecureLoopback(),
            site.issuer(),
            site.issuer());

    @BeforeEach
    void github_answers() {
        site.answer(
                CHECK,
                200,
                "{\"app\":{\"client_id\":\"our-client\"},\"user\":{\"id\":42},"
                        + "\"created_at\":\"2026-03-01T10:00:00Z\"}");
        site.answer("/user", 200, "{\"id\":42,\"name\":\"Ana Example\",\"email\":\"shown@example.com\"}");
        emails("{\"email\":\"old@example.com\",\"verified\":true,\"primary\":false},"
                + "{\"email\":\"ana@example.com\",\"verified\":true,\"primary\":true}");
        site.answer(TOKEN, 200, "{\"access_token\":\"gho_x\",\"token_type\":\"bearer\"}");
    }

    @Test
    void a_person_comes_with_the_primary_address() throws Exception {
        SocialPerson person = person(gitHub.verify(code()));
        assertThat(person.subject()).isEqualTo("42");
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isTrue();
        assertThat(person.names().full()).isEqualTo("Ana Example");
        assertThat(person.issuedAt()).isEqualTo(clock.instant());
        assertThat(person(gitHub.verify(accessToken())).subject()).isEqualTo("42");
    }

    @Test
    void an_address_that_github_has_not_verified_is_not() throws Exception {
        emails("{\"email\":\"ana@example.com\",\"verified\":false,\"primary\":true}");
        assertThat(person(gitHub.verify(code())).emailVerified()).isFalse();
        emails("{\"email\":\"ana@example.com\",\"verified\":true}, 1, null");
        assertThat(person(gitHub.verify(code())).email()).isNull();
        assertThat(person(gitHub.verify(code())).emailVerified()).isFalse();
    }

    @Test
    void a_token_of_another_app_is_refused_before_it_is_used() throws Exception {
        site.answer(CHECK, 200, "{\"app\":{\"client_id\":\"another\"},\"user\":{\"id\":42}}");
        assertRefused(gitHub.verify(accessToken()), "not issued to our app");
        site.answer(CHECK, 404, "{}");
        assertRefused(gitHub.verify(accessToken()), "refuses the token");
        site.answer(CHECK, 200, "{\"user\":{\"id\":42}}");
        assertRefused(gitHub.verify(code()), "not issued to our app");
        assertThat(site.requests("/user")).isZero();
    }

    @Test
    void the_person_is_the_one_that_the_token_was_issued_for() throws Exception {
        site.answer("/user", 200, "{\"id\":43}");
        assertRefused(gitHub.verify(code()), "another account");
        site.answer(CHECK, 200, "{\"app\":{\"client_id\":\"our-client\"},\"user\":{\"id\":\"42\"}}");
        assertRefused(gitHub.verify(code()), "another account");
    }

    @Test
    void too_many_questions_and_wrong_credentials_say_nothing_of_the_person() throws Exception {
        for (int status : new int[] {401, 403, 429, 500}) {
            site.answer(CHECK, status, "{}");
            assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> gitHub.verify(accessToken()));
        }
        site.answer(TOKEN, 200, "{\"error\":\"incorrect_client_credentials\"}");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> gitHub.verify(code()));
        site.answer(TOKEN, 200, "{\"error\":\"bad_verification_code\"}");
        assertRefused(gitHub.verify(code()), "refuses the code");
    }

    @Test
    void callbacks_name_the_issuer_or_none() throws Exception {
        assertThat(gitHub.isCallbackFrom(null)).isTrue();
        assertThat(gitHub.isCallbackFrom(site.issuer() + "/login/oauth")).isTrue();
        assertThat(gitHub.isCallbackFrom(site.issuer())).isFalse();
    }

    @Test
    void a_code_that_comes_with_another_issuer_is_not_exchanged() throws Exception {
        SocialProof mixedUp = new SocialProof.Code(
                Secret.of("c"), REDIRECT, Secret.of(VERIFIER), null, NONCE, "https://evil.example");
        assertRefused(gitHub.verify(mixedUp), "another issuer");
        assertThat(site.requests(TOKEN)).isZero();
    }

    @Test
    void a_token_endpoint_without_an_access_token_is_unavailable() {
        site.answer(TOKEN, 200, "{\"token_type\":\"bearer\"}");
        assertThatExceptionOfType(SocialUnavailableException.class)
                .isThrownBy(() -> gitHub.verify(code()))
                .withMessageContaining("without access token");
    }

    @Test
    void browsers_are_sent_to_redirect_uris_of_the_client_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gitHub.authorizationUri(new SocialProvider.AuthorizationRequest(
                        "https://evil.example/callback", "s", NONCE, CHALLENGE)));
    }

    @Test
    void calls_that_ended_make_room_for_others() throws Exception {
        for (int n = 0; n < 40; n++) {
            assertThat(person(gitHub.verify(accessToken())).subject()).isEqualTo("42");
        }
    }

    private void emails(String entries) {
        site.answer("/user/emails", 200, "[" + entries + "]");
    }

    private static SocialProof accessToken() {
        return new SocialProof.AccessToken(Secret.of("gho_x"), null);
    }

    private static SocialProof code() {
        return new SocialProof.Code(Secret.of("c"), REDIRECT, Secret.of(VERIFIER), null, NONCE, null);
    }
}
