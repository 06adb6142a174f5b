package dev.lockstile.auth.spring.internal.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The pages.
 *
 * @param path Path under which the pages are mounted, such as /account; auth-pages has to be on the class path. Unset,
 *     there are none.
 */
@ConfigurationProperties("lockstile.pages")
public record PagesProperties(@Nullable String path) {}
