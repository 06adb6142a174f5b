package dev.lockstile.auth.spring.internal.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets of a deployment.
 *
 * @param digestKey Secret of the digests of codes, links and refresh tokens: 32 or more random bytes in base64url.
 * @param signingKeys Private keys of access tokens, as a JWK set.
 * @param folder Folder with the files digest.key and signing.jwks, in place of properties. In development it is
 *     .lockstile unless set, and missing files are created.
 * @param bootstrapSecret Secret with which the first superuser can be created over HTTP, once: 32 random characters
 *     or more.
 */
@ConfigurationProperties("lockstile.keys")
public record KeyProperties(
        @Nullable String digestKey,
        @Nullable String signingKeys,
        @Nullable Path folder,
        @Nullable String bootstrapSecret) {

    /** No key is printed. */
    @Override
    public String toString() {
        return "KeyProperties[folder=" + folder + "]";
    }
}
