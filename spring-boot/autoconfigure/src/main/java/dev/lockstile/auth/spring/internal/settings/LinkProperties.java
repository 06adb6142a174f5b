package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links in messages.
 *
 * @param confirmPage Page that posts uid and token of a confirmation link to the endpoint: an https address, or a
 *     path of this application. Unset, the page of lockstile.pages.path, or /confirm.
 * @param resetPage Page on which the user enters a new password: an https address, or a path of this application.
 *     Unset, the page of lockstile.pages.path, or /reset.
 * @param loginPage Page that posts the token of a sign-in link: an https address, or a path of this application.
 *     Without it sign-in by a link is off.
 * @param confirmTtl Lifetime of a confirmation link, at most 24 hours.
 * @param resetTtl Lifetime of a link that resets a password, at most 24 hours.
 */
@ConfigurationProperties("lockstile.links")
public record LinkProperties(
        @Nullable String confirmPage,
        @Nullable String resetPage,
        @Nullable String loginPage,
        @DefaultValue("24h") Duration confirmTtl,
        @DefaultValue("30m") Duration resetTtl) {}
