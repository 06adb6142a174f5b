package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the settings of second factors from the properties of the application. */
public final class FactorsFactory {

    private static final String FILE = "factors.key";

    private final FactorProperties properties;
    private final @Nullable Path keys;

    /** @param keys the folder of keys; null where there is none */
    public FactorsFactory(FactorProperties properties, @Nullable Path keys) {
        this.properties = properties;
        this.keys = keys;
    }

    /**
     * The settings; null where no account adds a second factor.
     *
     * @throws AuthSetupException when a property is refused, or says something that the policy leaves without effect
     */
    public @Nullable SecondFactorSettings settings() {
        if (properties.policy() == FactorProperties.Policy.OFF) {
            if (properties.roles().isEmpty()
                    && properties.trustedBrowsers() == null
                    && properties.administratorWait() == null) {
                return null;
            }
            throw new AuthSetupException(
                    List.of("factors-off: lockstile.factors.roles, lockstile.factors.trusted-browsers"
                            + " and lockstile.factors.administrator-wait need a policy, which is off"));
        }
        try {
            Duration wait = properties.administratorWait();
            return new SecondFactorSettings(
                    sealing(), policy(), properties.trustedBrowsers(), wait == null ? Duration.ZERO : wait);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /**
     * The keys that seal the secrets of second factors, whatever the policy; null where a key made from the digest key
     * seals them.
     *
     * @throws AuthSetupException when they are no keys
     */
    public @Nullable Secret sealing() {
        String key = sealingKey();
        if (key == null) {
            return null;
        }
        Secret sealing = Secret.of(key);
        try {
            SymmetricKeys.of(sealing);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        return sealing;
    }

    private static AuthSetupException refused(IllegalArgumentException why) {
        return new AuthSetupException(List.of("property-refused: lockstile.factors.*: " + why.getMessage()));
    }

    private @Nullable String sealingKey() {
        return properties.sealingKey() != null || keys == null
                ? properties.sealingKey()
                : new KeyFolder(keys).read(FILE).orElse(null);
    }

    private SecondFactorPolicy policy() {
        SecondFactorPolicy whole = switch (properties.policy()) {
            case OFF, OPTIONAL -> SecondFactorPolicy.nobody();
            case STAFF -> SecondFactorPolicy.staff();
            case EVERYBODY -> SecondFactorPolicy.everybody();
        };
        // the policy that asks all accounts is known by itself, and has no need of roles
        return properties.policy() == FactorProperties.Policy.EVERYBODY
                ? whole
                : properties.roles().stream().map(SecondFactorPolicy::role).reduce(whole, SecondFactorPolicy::or);
    }
}
