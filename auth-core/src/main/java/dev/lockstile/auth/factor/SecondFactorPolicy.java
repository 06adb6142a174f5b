package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/**
 * Which accounts must have a second factor. One without it enrols it as part of signing in. Asked inside the
 * transaction of a sign-in: look into nothing but what is given.
 */
@FunctionalInterface
public interface SecondFactorPolicy {

    /**
     * {@return true when this person must have a second factor}
     *
     * @param user who signs in
     * @param profiles the user's own, each once in each role that it has or that role includes
     */
    boolean isRequired(UserInfo user, List<ProfileInfo> profiles);

    /** {@return a policy that demands a factor of no account; an account with one shows it} */
    static SecondFactorPolicy nobody() {
        return (user, profiles) -> false;
    }

    /** {@return a policy that demands a factor of every account} */
    static SecondFactorPolicy everybody() {
        return EveryAccount.POLICY;
    }

    /** {@return a policy by which staff and superusers must} */
    static SecondFactorPolicy staff() {
        return (user, profiles) -> !user.status().rights().isEmpty();
    }

    /**
     * {@return a policy that demands a factor of accounts with an active profile of that role, or of one that includes
     * it}
     *
     * @param role in any letter case
     */
    static SecondFactorPolicy role(String role) {
        return (user, profiles) -> profiles.stream()
                .anyMatch(profile ->
                        profile.status().active() && profile.status().role().equalsIgnoreCase(role));
    }

    /**
     * {@return a policy that demands a factor where this or the other one does}
     *
     * @param other asked where this one does not
     */
    default SecondFactorPolicy or(SecondFactorPolicy other) {
        return new CombinedPolicy(this, other);
    }

    /**
     * {@return true when a sign-in by password, code or link asks for a passkey where passkeys are the account's only
     * second factor} Not asked where a factor is required. Where it is false, such a sign-in opens a session of one
     * factor ({@code aal1}), as in a trusted browser: sensitive steps still ask for the passkey or a recovery code.
     *
     * @param user who signs in
     * @param profiles the user's own, as above
     */
    default boolean asksForPasskey(UserInfo user, List<ProfileInfo> profiles) {
        return true;
    }

    /**
     * {@return the same policy, by which a passkey alone demands no factor at a sign-in; see {@link #asksForPasskey}}
     */
    default SecondFactorPolicy allowSignInWithoutPasskey() {
        return new PasskeyExemption(this);
    }
}
