package dev.lockstile.auth.spring;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;

/**
 * Changes how the library is wired, where a property cannot say it. Every bean of this type is called once, in the
 * order of {@code @Order}, after all properties and beans were applied and before {@code Auth} is built.
 */
@FunctionalInterface
public interface LockstileCustomizer {

    /**
     * Calls what it likes on the builder; not {@code build()}.
     *
     * @param builder wired with all properties and beans
     */
    void customize(AuthBuilder builder);

    /**
     * {@return the settings to take in place of those that the properties say}
     *
     * @param fromProperties as the properties {@code lockstile.*} say
     */
    default AuthSettings settings(AuthSettings fromProperties) {
        return fromProperties;
    }
}
