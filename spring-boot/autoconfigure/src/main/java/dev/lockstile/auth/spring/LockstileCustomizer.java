package dev.lockstile.auth.spring;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;

/**
 * Configures what properties cannot express. Every bean of this type is called once, in the order of {@code @Order},
 * after all properties and beans were applied and before {@code Auth} is built.
 */
@FunctionalInterface
public interface LockstileCustomizer {

    /**
     * Changes the builder; must not call {@code build()}.
     *
     * @param builder the builder, with all properties and beans applied
     */
    void customize(AuthBuilder builder);

    /**
     * {@return the settings that replace those of the properties}
     *
     * @param fromProperties the settings of the properties {@code lockstile.*}
     */
    default AuthSettings settings(AuthSettings fromProperties) {
        return fromProperties;
    }
}
