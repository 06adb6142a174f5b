package dev.lockstile.auth.spring.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages.
 *
 * @param path Path under which the pages are mounted, such as /account; needs auth-pages. Unset, there are none.
 * @param signInOnOnePage Whether one page asks for the identifier and the password.
 * @param oneNameField Whether a registration has one field for the whole name.
 * @param terms Address of the terms and conditions: a path of this site, or an https address.
 * @param privacy Address of the privacy notice: a path of this site, or an https address.
 * @param ways Sign-in methods and their order, of password, passkey, other-sites, code and link; all unless set.
 */
@ConfigurationProperties("lockstile.pages")
public record PagesProperties(
        @Nullable String path,
        boolean signInOnOnePage,
        boolean oneNameField,
        @Nullable String terms,
        @Nullable String privacy,
        @DefaultValue List<String> ways) {}
