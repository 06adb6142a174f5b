package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/**
 * Who must have a second factor. Whoever must and has none enrols one as part of signing in. Asked inside the transaction of
 * a sign-in: look into nothing but what is given.
 */
@FunctionalInterface
public interface SecondFactorPolicy {

    /** @param profiles the user's own */
    boolean isRequired(UserInfo user, List<ProfileInfo> profiles);

    /** Nobody must; whoever has one shows it. */
    static SecondFactorPolicy nobody() {
        return (user, profiles) -> false;
    }

    /** Everybody who signs in must. */
    static SecondFactorPolicy everybody() {
        return EveryAccount.POLICY;
    }

    /** Staff and superusers must. */
    static SecondFactorPolicy staff() {
        return (user, profiles) -> !user.status().rights().isEmpty();
    }

    /** Whoever has an active profile of that role must. */
    static SecondFactorPolicy role(String role) {
        return (user, profiles) -> profiles.stream()
                .anyMatch(profile ->
                        profile.status().active() && profile.status().role().equals(role));
    }

    /** Whoever this or the other one asks. */
    default SecondFactorPolicy or(SecondFactorPolicy other) {
        return (user, profiles) -> isRequired(user, profiles) || other.isRequired(user, profiles);
    }
}
