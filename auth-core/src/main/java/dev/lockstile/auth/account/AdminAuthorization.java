package dev.lockstile.auth.account;

import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/**
 * Decides who may administer other people's accounts: a superuser, or staff whose role has the permission. The session
 * is valid, and its last proof of identity is recent (ASVS 7.5.3) and, with a second factor, of two factors. The
 * methods {@code ...As} of the administration services and the pages ask here. Other methods, such as
 * {@link AccountAdministration#disable}, demand no right: code of the host can ask here before it calls them, or decide
 * by rules of its own.
 */
public interface AdminAuthorization {

    /**
     * {@return why the caller may not administer accounts now; empty when the caller may} Reads, in a short transaction
     * of its own or in the one that the host has open; safe for use by many threads.
     *
     * <ul>
     *   <li>{@link Refusal#SESSION_ENDED}: the session is over, or its user may not act.
     *   <li>{@link Refusal#FORBIDDEN}: the caller is no superuser, or has not the permission.
     *   <li>{@link Refusal#SECOND_FACTOR_REQUIRED}: the caller has a second factor and has not shown it in this
     *       session, such as after a sign-in from a trusted browser. Other people's data is not shown either. A step-up
     *       with that factor lifts it: {@link dev.lockstile.auth.login.StepUp#byFactor}.
     *   <li>{@link Refusal#STEP_UP_REQUIRED}: the caller has to prove again who that is, by {@link
     *       dev.lockstile.auth.login.StepUp}. Looking at lists needs no recent proof.
     * </ul>
     *
     * @param caller the authenticated caller, whose session and rights are read from the store
     */
    Optional<Refusal> refusal(Caller caller);

    /**
     * {@return why the caller may not do that now, as {@link #refusal(Caller)} tells it; empty when the caller may} A
     * superuser may do all of it, staff what the role permits of the profile in which they act. Role and rights are
     * those of now, whatever the token says. Without permissions of its own an implementation asks for a superuser.
     *
     * @param caller the authenticated caller
     * @param permission which is asked for
     */
    default Optional<Refusal> refusal(Caller caller, AdminPermission permission) {
        return refusal(caller);
    }

    /**
     * {@return a copy for a permission of the host's own, of staff alone: ordinary accounts may have it for what is
     * theirs} Without permissions of its own an implementation asks for a superuser.
     *
     * @param caller the authenticated caller
     * @param permission such as {@code orders:read}
     */
    default Optional<Refusal> refusal(Caller caller, String permission) {
        return refusal(caller);
    }
}
