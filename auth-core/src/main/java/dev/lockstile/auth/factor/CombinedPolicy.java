package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/** Requires a factor where one of two policies does, and lets passkeys be left out where one of them does. */
record CombinedPolicy(SecondFactorPolicy one, SecondFactorPolicy other) implements SecondFactorPolicy {

    @Override
    public boolean isRequired(UserInfo user, List<ProfileInfo> profiles) {
        return one.isRequired(user, profiles) || other.isRequired(user, profiles);
    }

    @Override
    public boolean asksForPasskey(UserInfo user, List<ProfileInfo> profiles) {
        return one.asksForPasskey(user, profiles) && other.asksForPasskey(user, profiles);
    }
}
