package dev.lockstile.auth.spring.internal.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in with other sites.
 *
 * @param signUp Whether a first sign-in opens an account.
 * @param origins Origins to which browsers may be redirected back, such as https://shop.example.
 * @param providers OpenID providers by name: issuer, client-ids, client-secret, redirect-uris, email-authoritative,
 *     link-by-email, receive-events, receive-back-channel-logout, allow-insecure-loopback. Issuer, client id and secret
 *     are those of Spring Security's client registration unless set.
 */
@ConfigurationProperties("lockstile.social")
public record SocialProperties(
        @DefaultValue("false") boolean signUp,
        @DefaultValue List<String> origins,
        @DefaultValue Map<String, Provider> providers) {

    /** One provider. */
    public record Provider(
            @Nullable String issuer,
            @DefaultValue List<String> clientIds,
            @Nullable String clientSecret,
            @DefaultValue List<String> redirectUris,
            @DefaultValue("false") boolean emailAuthoritative,
            @DefaultValue("false") boolean linkByEmail,
            @DefaultValue("false") boolean receiveEvents,
            @DefaultValue("false") boolean receiveBackChannelLogout,
            @DefaultValue("false") boolean allowInsecureLoopback) {

        /** No secret is printed. */
        @Override
        public String toString() {
            return "Provider[" + issuer + "]";
        }
    }
}
