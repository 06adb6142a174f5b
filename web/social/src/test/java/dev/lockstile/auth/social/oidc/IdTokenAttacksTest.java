package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OI2, OI10: what an ID token must say before it is believed. */
final class IdTokenAttacksTest extends ProviderTest {

    @Test
    void a_person_is_who_the_provider_says() throws Exception {
        SocialPerson person = proven(token().verifiedEmail("ana@example.com")
                .claim("name", "Ana Example")
                .claim("given_name", "Ana")
                .claim("picture", "http://127.0.0.1:1/canary")
                .sign());
        assertThat(person.issuer()).isEqualTo(site.issuer());
        assertThat(person.subject()).isEqualTo("sub-1");
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isTrue();
        assertThat(person.names()).isEqualTo(new SocialPerson.Names("Ana Example", "Ana", null));
        assertThat(person.issuedAt()).isEqualTo(clock.instant());
        assertThat(person.authenticatedAt()).isEqualTo(clock.instant());
        assertThat(person.toString()).doesNotContain("ana", "sub-1");
    }

    @Test
    void the_time_of_the_last_proof_is_a_number_or_not_told() throws Exception {
        long now = clock.instant().getEpochSecond();
        for (Object time : Arrays.asList(String.valueOf(now), true, -1, 1e300, List.of(now), Map.of(), null)) {
            assertThat(proven(token().claim("auth_time", time).sign()).authenticatedAt())
                    .as("%s", time)
                    .isNull();
        }
        assertThat(proven(token().claim("auth_time", now - 3600).sign()).authenticatedAt())
                .isEqualTo(clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void the_issuer_is_equal_to_the_letter() throws Exception {
        for (Object issuer : Arrays.asList(
                site.issuer() + "/",
                site.issuer().toUpperCase(java.util.Locale.ROOT),
                "https://evil.example",
                1,
                null)) {
            assertRefused(token().claim("iss", issuer).sign(), "another issuer");
        }
    }

    @Test
    void the_audience_is_one_of_our_clients() throws Exception {
        for (Object audience :
                Arrays.asList("another-client", List.of("another-client"), List.of(), List.of(1), "", null)) {
            assertRefused(token().claim("aud", audience).sign(), "another audience");
        }
        assertThat(proven(token().claim("aud", NATIVE).sign()).subject()).isEqualTo("sub-1");
    }

    @Test
    void of_several_audiences_ours_is_the_one_that_it_was_issued_to() throws Exception {
        List<String> several = List.of(CLIENT, "another-client");
        assertRefused(token().claim("aud", several).sign(), "another client");
        assertRefused(
                token().claim("aud", several).claim("azp", "another-client").sign(), "another client");
        assertRefused(token().claim("aud", several).claim("azp", 1).sign(), "another client");
        assertRefused(token().claim("azp", "another-client").sign(), "another client");
        assertThat(proven(token().claim("aud", several).claim("azp", CLIENT).sign())
                        .subject())
                .isEqualTo("sub-1");
    }

    @Test
    void times_are_numbers_and_now_is_between_them() throws Exception {
        long now = clock.instant().getEpochSecond();
        for (Object expiry : Arrays.asList(now - 61, 0, -1, String.valueOf(now + 60), 1e300, null)) {
            assertRefused(token().claim("exp", expiry).sign(), "expired");
        }
        for (Object issued : Arrays.asList(now + 61, String.valueOf(now), null)) {
            assertRefused(token().claim("iat", issued).sign(), "in the future");
        }
        assertRefused(token().claim("nbf", now + 61).sign(), "not valid yet");
        assertRefused(token().claim("nbf", "soon").sign(), "not valid yet");
        String token = token().sign();
        clock.pass(Duration.ofMinutes(6).plusSeconds(1));
        assertRefused(token, "expired");
    }

    @Test
    void a_nonce_is_the_transactions_or_its_digest() throws Exception {
        for (Object nonce : Arrays.asList("another", NONCE + " ", "", 1, List.of(NONCE), null)) {
            assertRefused(token().claim("nonce", nonce).sign(), "another nonce");
        }
        String digest = HexFormat.of().formatHex(Sha256.of(NONCE));
        assertThat(proven(token().nonce(digest).sign()).subject()).isEqualTo("sub-1");
    }

    @Test
    void without_a_nonce_asked_for_none_is_needed() throws Exception {
        String token = token().claim("nonce", null).sign();
        assertThat(person(provider.verify(new SocialProof.IdToken(Secret.of(token), null)))
                        .subject())
                .isEqualTo("sub-1");
    }

    @Test
    void a_subject_is_printable_and_short() throws Exception {
        for (Object subject : Arrays.asList("", "a b", "a\u0000b", "ü", "x".repeat(256), 17, null)) {
            assertRefused(token().claim("sub", subject).sign(), "no usable subject");
        }
    }

    @Test
    void a_logout_token_signs_nobody_in() throws Exception {
        Map<String, Object> event = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
        assertRefused(token().claim("events", event).sign(), "another type");
    }

    @Test
    void an_address_is_verified_by_true_alone() throws Exception {
        for (Object no :
                Arrays.asList(false, "false", 1, 1.0, "1", "TRUE", "True", "yes", List.of(true), Map.of(), "", null)) {
            SocialPerson person = proven(token().claim("email", "ana@example.com")
                    .claim("email_verified", no)
                    .sign());
            assertThat(person.emailVerified()).as(String.valueOf(no)).isFalse();
        }
        for (Object yes : List.of(true, "true")) {
            SocialPerson person = proven(token().claim("email", "ana@example.com")
                    .claim("email_verified", yes)
                    .sign());
            assertThat(person.emailVerified()).as(String.valueOf(yes)).isTrue();
        }
        assertThat(proven(token().claim("email_verified", true).sign()).emailVerified())
                .isFalse();
    }

    @Test
    void what_is_too_long_or_no_text_is_left_out() throws Exception {
        SocialPerson person = proven(token().claim("email", "a".repeat(300) + "@example.com")
                .claim("email_verified", true)
                .claim("name", List.of("Ana"))
                .claim("picture", "x".repeat(3000))
                .sign());
        assertThat(person.email()).isNull();
        assertThat(person.emailVerified()).isFalse();
        assertThat(person.names().full()).isNull();
        assertThat(person.pictureUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b", "a.b.c.d", "%.%.%", "e30.e30.e30", "bnVsbA.bnVsbA.bnVsbA", "W10.W10.W10"})
    void what_is_no_token_is_refused(String token) throws Exception {
        assertRefused(token, "token");
        assertThat(site.requests("/keys")).isZero();
    }

    @Test
    void another_spelling_of_a_token_is_refused() throws Exception {
        String token = token().sign();
        assertRefused(token + "=", "strict form");
        assertRefused(" " + token, "strict form");
        assertRefused(token + "\n", "strict form");
        String dashed = token;
        for (int i = 0; !dashed.contains("-"); i++) {
            dashed = token().claim("jti", Integer.toString(i)).sign();
        }
        assertRefused(dashed.replace("-", "+"), "strict form");
        assertRefused("x".repeat(20_000) + "." + token, "strict form");
    }

    @Test
    void a_token_has_one_digest() throws Exception {
        String token = token().sign();
        assertThat(proven(token).tokenDigest())
                .isEqualTo(proven(token).tokenDigest())
                .isNotEqualTo(proven(token().claim("jti", "2").sign()).tokenDigest())
                .isEqualTo(Sha256.textOf(token.substring(0, token.lastIndexOf('.'))));
    }

    @Test
    void an_access_token_proves_nobody() throws Exception {
        assertRefused(provider.verify(new SocialProof.AccessToken(Secret.of(token().sign()), NONCE)), "access token");
    }
}
