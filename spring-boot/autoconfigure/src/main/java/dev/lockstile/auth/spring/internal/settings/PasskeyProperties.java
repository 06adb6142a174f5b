package dev.lockstile.auth.spring.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passkeys; needs the module auth-passkeys.
 *
 * @param rpId The domain that passkeys are bound to, such as acme.example; without it no passkey can be added.
 * @param rpName The name shown to users when they create a passkey; that of the service, or the domain, unless set.
 * @param origins The origins whose pages can use passkeys, such as https://acme.example, compared character by
 *     character.
 */
@ConfigurationProperties("lockstile.passkeys")
public record PasskeyProperties(
        @Nullable String rpId,
        @Nullable String rpName,
        @DefaultValue List<String> origins) {}
