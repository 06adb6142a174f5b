package dev.lockstile.auth;

import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.internal.account.KeptFormerPasswords;
import dev.lockstile.auth.internal.apikey.ApiKeyFlows;
import dev.lockstile.auth.internal.apikey.KeptApiKeys;
import dev.lockstile.auth.internal.apikey.KeyAdministrationFlow;
import dev.lockstile.auth.internal.apikey.NoApiKeys;
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

    static final Set<AuthFeature> KNOWN =
            Set.of(OwnPasskeys.FEATURE, SocialLogin.FEATURE, ApiKeys.FEATURE, PasswordChanges.HISTORY);

    private final AuthStore store;
    private final FeatureParts features;

    FeatureWiring(AuthParts parts) {
        this.store = parts.store();
        this.features = parts.features();
    }

    static boolean isKept(AuthFeature feature, AuthStore store) {
        return feature.tables().keySet().stream().allMatch(store::isMapped);
    }

    /** What other flows ask; links to other sites before factors. */
    Features rows() {
        List<FeatureRows> rows = new ArrayList<>();
        if (isKept(SocialLogin.FEATURE, store)) {
            rows.add(SocialRows.of(features.social()));
        }
        if (isKept(OwnPasskeys.FEATURE, store)) {
            rows.add(new PasskeyRows(features.passkeys() != null));
        }
        if (isKept(ApiKeys.FEATURE, store)) {
            rows.add(new KeptApiKeys());
        }
        if (isKept(PasswordChanges.HISTORY, store)) {
            rows.add(new KeptFormerPasswords());
        }
        return new Features(rows);
    }

    FactorAssembly.Wanted factors(FlowContext context) {
        if (!isKept(OwnPasskeys.FEATURE, store)) {
            return new FactorAssembly.Wanted(features.secondFactors(), List.of(), List.of(), false);
        }
        PasskeyParts passkeys = new PasskeyParts(context, features.passkeys());
        return new FactorAssembly.Wanted(
                features.secondFactors(),
                List.of(passkeys.factor()),
                List.of(passkeys.enrolment()),
                features.passkeys() != null);
    }

    Services services(Base base, SealKeys keys) {
        FlowContext context = base.context();
        return new Services(
                new Lazy<>(() -> new SocialFlows(
                        context, features.social(), new ColumnCipher(keys, context.randomness()), base.opener())),
                new Lazy<>(() -> new SocialAdministrationFlow(context, features.social())),
                new Lazy<>(() -> new SocialEventFlow(context, features.social())),
                new Lazy<>(() -> new PasskeyParts(context, features.passkeys()).login(base.gate(), base.opener())),
                new Lazy<>(() -> new PasskeyParts(context, features.passkeys()).own(base.recovery())),
                new Lazy<>(() -> apiKeys(context)),
                new Lazy<>(() -> apiKeyAdministration(context)));
    }

    private ApiKeys apiKeys(FlowContext context) {
        ApiKeySettings settings = features.apiKeys();
        return settings == null ? new NoApiKeys() : new ApiKeyFlows(context, settings);
    }

    private ApiKeyAdministration apiKeyAdministration(FlowContext context) {
        ApiKeySettings settings = features.apiKeys();
        return settings == null ? new NoApiKeys() : new KeyAdministrationFlow(context, settings);
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
            Supplier<ApiKeys> apiKeys,
            Supplier<ApiKeyAdministration> apiKeyAdministration) {}
}
