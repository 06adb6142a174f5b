package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.FactorEnrolment;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.gate.TrustedBrowsers;
import dev.lockstile.auth.internal.session.SessionOpener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the second factors together. The gate is there whatever the host has turned on, so that an account that has a
 * factor is asked for it on a node that was given no settings, too.
 */
public final class FactorAssembly {

    private final FlowContext context;
    private final boolean served;
    private final Duration wait;
    private final TotpFactor totp;
    private final TotpEnrolments enrolments;
    private final Wanted wanted;
    private final RecoveryFactor recovery;
    private final TrustedBrowsers browsers;
    private final SignInGate gate;

    public FactorAssembly(FlowContext context, Wanted wanted, SealKeys keys) {
        SecondFactorSettings settings = wanted.settings();
        this.context = context;
        this.wanted = wanted;
        this.served = settings != null;
        this.wait = settings == null ? Duration.ZERO : settings.administratorWait();
        FactorSeal seal = new FactorSeal(keys, context.randomness());
        this.totp = new TotpFactor(context, seal);
        this.enrolments = new TotpEnrolments(context, seal, totp);
        this.recovery = new RecoveryFactor(context);
        this.browsers = new TrustedBrowsers(context, settings == null ? null : settings.trustedBrowsers());
        List<SecondFactor> kinds = new ArrayList<>(List.of(totp));
        kinds.addAll(wanted.kinds());
        kinds.add(recovery);
        SecondFactorPolicy policy = settings == null ? SecondFactorPolicy.nobody() : settings.policy();
        this.gate = new SignInGate(context, policy, kinds, browsers);
    }

    /** The one step before a session. */
    public SignInGate gate() {
        return gate;
    }

    /** The second step of a sign-in. */
    public SecondFactorLogin login(SessionOpener opener) {
        SignInEnrolment enrolment = new SignInEnrolment(context, gate, enrolments, wanted.enrolments(), recovery);
        return new SecondFactorFlow(context, gate, enrolment, opener, browsers);
    }

    /** The codes for an account whose other factors are lost. */
    public RecoveryFactor recovery() {
        return recovery;
    }

    /** The reset of lost factors. */
    public FactorAdministration administration() {
        return new FactorResetFlow(context, wait);
    }

    /** The second factors of the caller. */
    public SecondFactors factors() {
        return new FactorFlows(
                context,
                gate,
                new TotpFlow(context, enrolments, recovery, served),
                new RecoveryCodeRenewalFlow(context, recovery, served || wanted.otherServed()));
    }

    /**
     * What the host has turned on, and the factors of its optional features.
     *
     * @param settings null where it has not turned second factors on
     * @param kinds the factors of features
     * @param enrolments those of them that a sign-in can have an account enrol
     * @param otherServed whether the host serves one of them
     */
    public record Wanted(
            @Nullable SecondFactorSettings settings,
            List<SecondFactor> kinds,
            List<FactorEnrolment> enrolments,
            boolean otherServed) {}
}
