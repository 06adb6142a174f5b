package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.impersonation.ImpersonationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff who act for accounts.
 *
 * @param enabled Whether staff with the permission lockstile:users.impersonate act for accounts without rights.
 * @param allowOneFactor Whether staff without a second factor may act for accounts.
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
