package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;

/** Asks the host's policy about an account: with each profile once in each role that it has or that role includes. */
record RequiredFactors(SecondFactorPolicy policy, Roles roles) {

    /** Whether accounts that are still to be opened need a factor: known of a policy for all accounts alone. */
    boolean areRequiredOfAll() {
        return policy == SecondFactorPolicy.everybody();
    }

    boolean areRequired(StoredUser user) {
        return policy.isRequired(user.info(), held(user));
    }

    boolean askForPasskey(StoredUser user) {
        return policy.asksForPasskey(user.info(), held(user));
    }

    private List<ProfileInfo> held(StoredUser user) {
        return user.profiles().stream()
                .flatMap(profile ->
                        roles.withIncluded(profile.status().role()).stream().map(profile::withRole))
                .toList();
    }
}
