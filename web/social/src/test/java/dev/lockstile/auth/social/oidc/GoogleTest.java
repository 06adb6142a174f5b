package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Google: two ways to write its issuer, and addresses that it gave out or did not. */
final class GoogleTest extends ProviderTest {

    private final SocialProvider google = SocialProviders.google(client(), site.issuer());

    @Test
    void the_issuer_without_its_scheme_is_google_written_short() {
        GoogleIssuer rule = new GoogleIssuer("https://accounts.google.com");
        for (String own : new String[] {"https://accounts.google.com", "accounts.google.com"}) {
            assertThat(rule.issuerOf(new Json(Map.of("iss", own)))).isEqualTo("https://accounts.google.com");
        }
        for (String other : new String[] {"http://accounts.google.com", "accounts.google.com/", "google.com", ""}) {
            assertThat(rule.issuerOf(new Json(Map.of("iss", other)))).as(other).isNull();
        }
    }

    @Test
    void an_address_that_google_gave_out_is_verified_and_another_is_not() throws Exception {
        assertThat(person("ana@gmail.com", true, null).emailVerified()).isTrue();
        assertThat(person("Ana@GoogleMail.com", true, null).emailVerified()).isTrue();
        assertThat(person("ana@company.example", true, "company.example").emailVerified())
                .isTrue();
        assertThat(person("ana@company.example", true, null).emailVerified()).isFalse();
        assertThat(person("ana@gmail.com.evil.example", true, null).emailVerified())
                .isFalse();
        assertThat(person("ana@gmail.com", false, null).emailVerified()).isFalse();
        assertThat(person("ana@company.example", false, "company.example").emailVerified())
                .isFalse();
    }

    private SocialPerson person(String email, boolean verified, String domain) throws Exception {
        String token = token().claim("email", email)
                .claim("email_verified", verified)
                .claim("hd", domain)
                .sign();
        return person(google.verify(new SocialProof.IdToken(Secret.of(token), NONCE)));
    }
}
