package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import org.junit.jupiter.api.Test;

/** How a host names its providers. */
final class SocialExampleTest {

    @Test
    void a_host_names_its_providers() {
        SocialSettings settings = settings("google secret", "acme secret");
        assertThat(settings.providers()).extracting(SocialProvider::name).containsExactly("google", "acme");
        assertThat(settings.signUp()).isTrue();
    }

    @Test
    void a_host_listens_to_its_provider() {
        assertThat(listening().eventDeliveries()).hasSize(2);
    }

    // region: events
    static SocialProvider listening() {
        return SocialProviders.openId(
                "acme",
                "https://login.acme.example/realms/staff",
                OAuthClient.of("shop")
                        .redirectUris("https://shop.example/auth/login/social/callback/acme/")
                        .receiveEvents()
                        .receiveBackChannelLogout());
    }
    // end: events

    // region: providers
    static SocialSettings settings(String googleSecret, String acmeSecret) {
        SocialProvider google = SocialProviders.google(
                OAuthClient.of("123-web.apps.googleusercontent.com", "123-android.apps.googleusercontent.com")
                        .secret(Secret.of(googleSecret))
                        .redirectUris("https://shop.example/auth/login/social/callback/google/")
                        .emailAuthoritative());
        SocialProvider acme = SocialProviders.openId(
                "acme",
                "https://login.acme.example/realms/staff",
                OAuthClient.of("shop")
                        .secret(Secret.of(acmeSecret))
                        .redirectUris("https://shop.example/auth/login/social/callback/acme/"));
        return SocialSettings.of(google, acme).allowSignUp().returningTo("https://shop.example");
    }
    // end: providers
}
