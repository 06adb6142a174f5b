package dev.lockstile.auth.login;

import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a dry-run sign-in found.
 *
 * @param answer how the sign-in would end
 * @param user who goes by the name here; null for nobody
 * @param passwordFormat how that account's password is stored, as
 *     {@link dev.lockstile.auth.password.PasswordFormats#formatOf} says; null for nobody, and where none was looked at
 */
public record DryRunResult(
        DryRunOutcome answer,
        @Nullable UserId user,
        @Nullable String passwordFormat) {

    /**
     * Found without an account here.
     *
     * @param answer how the sign-in would end
     */
    public DryRunResult(DryRunOutcome answer) {
        this(answer, null, null);
    }
}
