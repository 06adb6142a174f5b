package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.impersonation.ImpersonationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff who act on behalf of accounts.
 *
 * @param enabled Whether staff with the permission lockstile:users.impersonate can act on behalf of accounts
 *     without rights.
 * @param allowOneFactor Whether staff without a second factor can act on behalf of accounts.
 * @param hiddenFromOwner Whether such sessions are left out of the owner's list of sessions.
 */
@ConfigurationProperties("lockstile.impersonation")
public record ImpersonationProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean allowOneFactor,
        @DefaultValue("false") boolean hiddenFromOwner) {

    /** {@return the settings; null where staff do not act for accounts} */
    public @Nullable ImpersonationSettings settings() {
        return enabled ? new ImpersonationSettings(!allowOneFactor, !hiddenFromOwner) : null;
    }
}
