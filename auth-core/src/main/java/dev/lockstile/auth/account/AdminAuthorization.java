package dev.lockstile.auth.account;

import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/**
 * Decides whether a caller may administer other accounts: a superuser, or staff whose role has the permission. The
 * session has to be live, and its last authentication recent (ASVS 7.5.3) and, for an account with a second factor,
 * with two factors. The methods {@code ...As} of the administration services and the pages call it. Other methods, such
 * as {@link AccountAdministration#disable}, check nothing: host code calls this first or applies its own rules.
 */
public interface AdminAuthorization {

    /**
     * {@return why the caller may not administer accounts now; empty when the caller may} Reads in the host's
     * transaction if there is one, otherwise in a short one of its own. Safe for use by many threads.
     *
     * <ul>
     * <li>{@link Refusal#SESSION_ENDED}: the session has ended, or its user is disabled or deleted.
     * <li>{@link Refusal#FORBIDDEN}: the caller is not a superuser, or lacks the permission.
     * <li>{@link Refusal#SECOND_FACTOR_REQUIRED}: the caller has a second factor that was not presented in this
     * session, for instance after a sign-in from a trusted browser. Reading is refused too. A step-up with that factor
     * resolves it: {@link dev.lockstile.auth.login.StepUp#byFactor}.
     * <li>{@link Refusal#STEP_UP_REQUIRED}: the caller has to authenticate again by
     * {@link dev.lockstile.auth.login.StepUp}. Reading lists requires no recent authentication.
     * </ul>
     *
     * @param caller the authenticated caller, whose session and rights are read from the store
     */
    Optional<Refusal> refusal(Caller caller);

    /**
     * {@return why the caller may not use this permission now, with the reasons of {@link #refusal(Caller)}; empty when
     * the caller may} Superusers have all permissions, staff those of the role of their active profile. Role and rights
     * are read from the store, not from the token. The default implementation requires a superuser.
     *
     * @param caller the authenticated caller
     * @param permission the permission that the act requires
     */
    default Optional<Refusal> refusal(Caller caller, AdminPermission permission) {
        return refusal(caller);
    }

    /**
     * {@return the same decision for a permission that the host declared} Only staff and superusers are allowed:
     * ordinary accounts may have such a permission for their own data. The default implementation requires a superuser.
     *
     * @param caller the authenticated caller
     * @param permission for instance {@code orders:read}
     */
    default Optional<Refusal> refusal(Caller caller, String permission) {
        return refusal(caller);
    }
}
