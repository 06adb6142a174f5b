package dev.lockstile.auth.spring.internal.passkey;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.PasskeyProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Passkeys of the site that the properties name. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(Passkeys.class)
@EnableConfigurationProperties({PasskeyProperties.class, ServiceProperties.class})
final class PasskeyAutoConfiguration {

    /** Before the application's own customizers, which may change it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    LockstileCustomizer lockstilePasskeys(PasskeyProperties properties, ServiceProperties service) {
        Optional<PasskeyVerifier> verifier = verifier(properties, service);
        return new LockstileCustomizer() {
            @Override
            public void customize(AuthBuilder builder) {
                verifier.ifPresent(builder::passkeys);
            }
        };
    }

    /**
     * Empty where no domain is named. What is wrong with it the builder tells.
     *
     * @throws AuthSetupException when a domain is named and no origin, or the other way round
     */
    static Optional<PasskeyVerifier> verifier(PasskeyProperties properties, ServiceProperties service) {
        String id = properties.rpId();
        if ((id == null) != properties.origins().isEmpty()) {
            throw new AuthSetupException(
                    List.of("property-refused: lockstile.passkeys.*: rp-id and origins are needed, both or neither"));
        }
        String name = properties.rpName() == null ? service.service() : properties.rpName();
        return id == null
                ? Optional.empty()
                : Optional.of(Passkeys.relyingParty(
                        id, name == null ? id : name, properties.origins().toArray(String[]::new)));
    }
}
