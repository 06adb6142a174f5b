package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.password.BreachOutage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords.
 *
 * @param policy Rules for new passwords: owasp (at least 8 characters), nist-aal1 (15), or nist-aal2 (8, and
 *     lockstile.factors.policy=everybody).
 * @param minLength Shortest new password in characters; that of the preset unless set.
 * @param maxLength Longest new password in characters; that of the preset unless set.
 * @param serviceWords Names of the product and its maker. A new password is refused if it is too short, or has no
 *     letter, without them.
 * @param breachOutage Whether a new password is accepted (allow) or not (refuse) while the source of breached
 *     passwords does not answer.
 * @param history How many former passwords are refused beside the present one, 1 to 24; 0 is off. Needs an entity
 *     that extends AbstractFormerPassword.
 */
@ConfigurationProperties("lockstile.passwords")
public record PasswordProperties(
        @DefaultValue("owasp") Policy policy,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @DefaultValue List<String> serviceWords,
        @DefaultValue("allow") BreachOutage breachOutage,
        @DefaultValue("0") int history) {

    /** The preset. */
    public enum Policy {
        /** At least 8 characters. */
        OWASP,
        /** At least 15 characters: the password is the only factor. */
        NIST_AAL1,
        /** At least 8 characters: every account has a second factor (lockstile.factors.policy=everybody). */
        NIST_AAL2
    }
}
