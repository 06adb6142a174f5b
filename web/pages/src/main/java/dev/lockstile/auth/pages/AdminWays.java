package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.AccountFactors;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what a user signs in, for the administration: what there is of each, and no secret. */
record AdminWays(Auth auth) {

    /** @param factors null for an account that is not there */
    Map<String, @Nullable Object> of(Caller caller, UserId user, @Nullable AccountFactors factors) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("held", factors == null ? null : held(factors));
        model.put("linked", AdminSocialActions.linked(auth, user));
        model.put("keysServed", auth.apiKeys().isServed());
        model.put(
                "keys",
                auth.apiKeys().listAs(caller, user).toOptional().stream()
                        .flatMap(List::stream)
                        .map(key -> ApiKeyPages.shown(key, auth.apiKeys()))
                        .toList());
        return model;
    }

    /** What the host does not serve is absent, unless the account has it. */
    private Map<String, @Nullable Object> held(AccountFactors factors) {
        SecondFactors.Served served = auth.secondFactors().served();
        RecoveryCodeSet codes = factors.recoveryCodes();
        Map<String, @Nullable Object> held = new HashMap<>();
        held.put("password", factors.password());
        held.put("passwordSince", factors.passwordChangedAt());
        held.put("application", served.totp() || factors.totpSince() != null);
        held.put("applicationSince", factors.totpSince());
        held.put("passkeysServed", auth.passkeyLogin().isServed());
        held.put(
                "passkeys",
                factors.passkeys().stream().map(TemplateValues::passkey).toList());
        held.put("codes", codes != null || (served.recoveryCodes() && factors.hasSecondFactor()));
        held.put("codesLeft", codes == null ? 0 : codes.left());
        held.put("codesSince", codes == null ? null : codes.madeAt());
        return held;
    }
}
