package dev.lockstile.auth;

import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.internal.apikey.ApiKeyFlows;
import dev.lockstile.auth.internal.crypto.ColumnCipher;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.internal.factor.FactorAssembly;
import dev.lockstile.auth.internal.factor.RecoveryFactor;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.internal.flow.Features;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.passkey.PasskeyParts;
import dev.lockstile.auth.internal.passkey.PasskeyRows;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.social.SocialAdministrationFlow;
import dev.lockstile.auth.internal.social.SocialEventFlow;
import dev.lockstile.auth.internal.social.SocialFlows;
import dev.lockstile.auth.internal.social.SocialRows;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.store.AuthStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Wires the optional features: the one class that names them all. A feature that the host has no entities for takes
 * part in no flow, and its services are made when they are asked for.
 */
final class FeatureWiring {

    static final Set<AuthFeature> KNOWN = Set.of(OwnPasskeys.FEATURE, SocialLogin.FEATURE, ApiKeys.FEATURE);

    private final AuthBuilder parts;

    FeatureWiring(AuthBuilder parts) {
        this.parts = parts;
    }

    static boolean isKept(AuthFeature feature, AuthStore store) {
        return feature.tables().keySet().stream().allMatch(store::isMapped);
    }

    /** What other flows ask; links to other sites before factors. */
    Features rows() {
        List<FeatureRows> rows = new ArrayList<>();
        if (isKept(SocialLogin.FEATURE, parts.store)) {
            rows.add(SocialRows.of(parts.social));
        }
        if (isKept(OwnPasskeys.FEATURE, parts.store)) {
            rows.add(new PasskeyRows(parts.passkeys != null));
        }
        return new Features(rows);
    }

    Supplier<PasskeyParts> passkeys(FlowContext context) {
        return new Lazy<>(() -> new PasskeyParts(context, parts.passkeys));
    }

    FactorAssembly.Wanted factors(Supplier<PasskeyParts> passkeys) {
        return isKept(OwnPasskeys.FEATURE, parts.store)
                ? new FactorAssembly.Wanted(
                        parts.secondFactors,
                        List.of(passkeys.get().factor()),
                        List.of(passkeys.get().enrolment()),
                        parts.passkeys != null)
                : new FactorAssembly.Wanted(parts.secondFactors, List.of(), List.of(), false);
    }

    Services services(Base base, Supplier<PasskeyParts> passkeys, SealKeys keys) {
        FlowContext context = base.context();
        return new Services(
                new Lazy<>(() -> new SocialFlows(
                        context, parts.social, new ColumnCipher(keys, context.randomness()), base.opener())),
                new Lazy<>(() -> new SocialAdministrationFlow(context, parts.social)),
                new Lazy<>(() -> new SocialEventFlow(context, parts.social)),
                new Lazy<>(() -> passkeys.get().login(base.gate(), base.opener())),
                new Lazy<>(() -> passkeys.get().own(base.recovery())),
                new Lazy<>(() -> ApiKeyFlows.of(context, parts.apiKeys)));
    }

    /** What every feature can build upon. */
    record Base(FlowContext context, SignInGate gate, SessionOpener opener, RecoveryFactor recovery) {}

    /** The services of the features. */
    record Services(
            Supplier<SocialLogin> social,
            Supplier<SocialAdministration> socialAdministration,
            Supplier<SocialEvents> socialEvents,
            Supplier<PasskeyLogin> passkeyLogin,
            Supplier<OwnPasskeys> ownPasskeys,
            Supplier<ApiKeys> apiKeys) {}
}
