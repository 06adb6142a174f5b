package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/** A policy by which a passkey alone demands no factor at a sign-in. */
record PasskeyExemption(SecondFactorPolicy policy) implements SecondFactorPolicy {

    @Override
    public boolean isRequired(UserInfo user, List<ProfileInfo> profiles) {
        return policy.isRequired(user, profiles);
    }

    @Override
    public boolean asksForPasskey(UserInfo user, List<ProfileInfo> profiles) {
        return false;
    }
}
