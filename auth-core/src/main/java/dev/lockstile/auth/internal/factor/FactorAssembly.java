package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.gate.TrustedBrowsers;
import dev.lockstile.auth.internal.session.SessionOpener;
import java.time.Duration;
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
    private final @Nullable PasskeyCeremonies ceremonies;
    private final PasskeyFactor passkey;
    private final RecoveryFactor recovery;
    private final TrustedBrowsers browsers;
    private final SignInGate gate;

    public FactorAssembly(FlowContext context, Wanted wanted, SealKeys keys) {
        SecondFactorSettings settings = wanted.settings();
        PasskeyVerifier verifier = wanted.passkeys();
        this.context = context;
        this.ceremonies = verifier == null ? null : new PasskeyCeremonies(context, verifier);
        this.passkey = new PasskeyFactor(context, ceremonies);
        this.served = settings != null;
        this.wait = settings == null ? Duration.ZERO : settings.administratorWait();
        FactorSeal seal = new FactorSeal(keys, context.randomness());
        this.totp = new TotpFactor(context, seal);
        this.enrolments = new TotpEnrolments(context, seal, totp);
        this.recovery = new RecoveryFactor(context);
        this.browsers = new TrustedBrowsers(context, settings == null ? null : settings.trustedBrowsers());
        List<SecondFactor> kinds = List.of(totp, passkey, recovery);
        SecondFactorPolicy policy = settings == null ? SecondFactorPolicy.nobody() : settings.policy();
        this.gate = new SignInGate(context, policy, kinds, browsers);
    }

    /** The one step before a session. */
    public SignInGate gate() {
        return gate;
    }

    /** The second step of a sign-in. */
    public SecondFactorLogin login(SessionOpener opener) {
        SignInEnrolment enrolment =
                new SignInEnrolment(context, gate, enrolments, PasskeyRegistrations.of(context, ceremonies), recovery);
        return new SecondFactorFlow(context, gate, enrolment, opener, browsers);
    }

    /** Signing in with a passkey. */
    public PasskeyLogin passkeyLogin(SessionOpener opener) {
        return new PasskeyLoginFlow(context, ceremonies, passkey, gate, opener);
    }

    /** The passkeys of whoever calls. */
    public OwnPasskeys passkeys() {
        return new PasskeyFlows(context, ceremonies, recovery);
    }

    /** The reset of lost factors. */
    public FactorAdministration administration() {
        return new FactorResetFlow(context, wait);
    }

    /** The second factors of whoever calls. */
    public SecondFactors factors() {
        return new FactorFlows(
                context,
                gate,
                new TotpFlow(context, enrolments, recovery, served),
                new RecoveryFlow(context, recovery, served || ceremonies != null));
    }

    /**
     * What the host has turned on.
     *
     * @param settings null where it has not turned second factors on
     * @param passkeys null where it serves none
     */
    public record Wanted(
            @Nullable SecondFactorSettings settings,
            @Nullable PasskeyVerifier passkeys) {}
}
