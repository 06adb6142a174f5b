package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/**
 * Decides which accounts must have a second factor; an account without one enrols it during sign-in. Called inside the
 * transaction of a sign-in: decide by the arguments only.
 */
@FunctionalInterface
public interface SecondFactorPolicy {

    /**
     * {@return true when this account must have a second factor}
     *
     * @param user the account that signs in
     * @param profiles the account's profiles; a profile appears once for each role that it has or that its role
     *     includes
     */
    boolean isRequired(UserInfo user, List<ProfileInfo> profiles);

    /** {@return a policy that requires no account to have a second factor; an account with one has to use it} */
    static SecondFactorPolicy nobody() {
        return (user, profiles) -> false;
    }

    /** {@return a policy that requires every account to have a second factor} */
    static SecondFactorPolicy everybody() {
        return EveryAccount.POLICY;
    }

    /** {@return a policy that requires staff and superusers to have a second factor} */
    static SecondFactorPolicy staff() {
        return (user, profiles) -> !user.status().rights().isEmpty();
    }

    /**
     * {@return a policy that requires accounts with an active profile of that role, or of a role that includes it, to
     * have a second factor}
     *
     * @param role in any letter case
     */
    static SecondFactorPolicy role(String role) {
        return (user, profiles) -> profiles.stream()
                .anyMatch(profile ->
                        profile.status().active() && profile.status().role().equalsIgnoreCase(role));
    }

    /**
     * {@return a policy that requires a second factor where this or the other one does}
     *
     * @param other called where this one requires none
     */
    default SecondFactorPolicy or(SecondFactorPolicy other) {
        return new CombinedPolicy(this, other);
    }

    /**
     * {@return true when a sign-in by password, code or link also requires a passkey, for an account whose only second
     * factors are passkeys} Not called where {@link #isRequired} is true. When false, such a sign-in opens a session of
     * one factor ({@code aal1}), as in a trusted browser; sensitive steps still require the passkey or a recovery code.
     *
     * @param user the account that signs in
     * @param profiles as for {@link #isRequired}
     */
    default boolean asksForPasskey(UserInfo user, List<ProfileInfo> profiles) {
        return true;
    }

    /**
     * {@return a copy in which passkeys as the only second factors are not required at a sign-in; see
     * {@link #asksForPasskey}}
     */
    default SecondFactorPolicy allowSignInWithoutPasskey() {
        return new PasskeyExemption(this);
    }
}
