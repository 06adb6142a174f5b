package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockIdToken;
import org.junit.jupiter.api.Test;

/** Providers that tell the address by the UserInfo endpoint alone. */
final class UserInfoTest extends ProviderTest {

    @Test
    void an_address_that_the_id_token_leaves_out_is_asked_for() throws Exception {
        tokens(token());
        site.answer(
                "/userinfo",
                200,
                "{\"sub\":\"sub-1\",\"email\":\"ana@example.com\",\"email_verified\":true,"
                        + "\"iss\":\"https://evil.example\",\"name\":\"Ana\"}");
        SocialPerson person = person(provider.verify(code()));
        assertThat(person.issuer()).isEqualTo(site.issuer());
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isTrue();
        assertThat(person.names().full()).isEqualTo("Ana");
    }

    @Test
    void a_time_of_proof_that_nobody_signed_is_not_believed() throws Exception {
        String info = "{\"sub\":\"sub-1\",\"email\":\"ana@example.com\",\"auth_time\":"
                + clock.instant().getEpochSecond() + "}";
        site.answer("/userinfo", 200, info);
        tokens(token().claim("auth_time", null));
        assertThat(person(provider.verify(code())).authenticatedAt()).isNull();
        tokens(token().authenticatedAt(clock.instant().minusSeconds(3600)));
        assertThat(person(provider.verify(code())).authenticatedAt())
                .isEqualTo(clock.instant().minusSeconds(3600));
    }

    @Test
    void an_id_token_with_an_address_needs_no_more() throws Exception {
        tokens(token().claim("email", "ana@example.com").claim("email_verified", false));
        site.answer("/userinfo", 200, "{\"sub\":\"sub-1\",\"email\":\"eve@example.com\",\"email_verified\":true}");
        SocialPerson person = person(provider.verify(code()));
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isFalse();
        assertThat(site.requests("/userinfo")).isZero();
    }

    @Test
    void what_is_said_of_somebody_else_is_refused() throws Exception {
        tokens(token());
        for (String info :
                new String[] {"{\"sub\":\"sub-2\",\"email\":\"a@b.example\"}", "{\"email\":\"a@b.example\"}"}) {
            site.answer("/userinfo", 200, info);
            assertRefused(provider.verify(code()), "another account");
        }
    }

    @Test
    void a_word_that_an_id_token_leaves_unsaid_verifies_no_address() throws Exception {
        tokens(token().claim("email_verified", true));
        site.answer("/userinfo", 200, "{\"sub\":\"sub-1\",\"email\":\"ana@example.com\",\"email_verified\":false}");
        assertThat(person(provider.verify(code())).emailVerified()).isFalse();
    }

    @Test
    void an_endpoint_that_is_down_says_nothing_of_the_person() {
        tokens(token());
        site.answer("/userinfo", 503, "{}");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> provider.verify(code()));
    }

    private void tokens(MockIdToken token) {
        site.answer("/token", 200, "{\"access_token\":\"x\",\"id_token\":\"" + token.sign() + "\"}");
    }

    private static SocialProof code() {
        return new SocialProof.Code(Secret.of("c"), REDIRECT, Secret.of(VERIFIER), CLIENT, NONCE, null);
    }
}
