package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.internal.factor.RecoveryFactor;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.FactorEnrolment;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.session.SessionOpener;
import org.jspecify.annotations.Nullable;

/**
 * What passkeys bring to a library whose store keeps them. An account that has one is asked for it on a node that was
 * given no verifier, too.
 */
public final class PasskeyParts {

    private final FlowContext context;
    private final @Nullable PasskeyCeremonies ceremonies;
    private final PasskeyFactor factor;

    /** @param verifier null where the host serves no passkeys */
    public PasskeyParts(FlowContext context, @Nullable PasskeyVerifier verifier) {
        this.context = context;
        this.ceremonies = verifier == null ? null : new PasskeyCeremonies(context, verifier);
        this.factor = new PasskeyFactor(context, ceremonies);
    }

    /** A passkey as the second factor. */
    public SecondFactor factor() {
        return factor;
    }

    /** A passkey as the factor that a sign-in has an account enrol. */
    public FactorEnrolment enrolment() {
        return new PasskeyEnrolment(PasskeyRegistrations.of(context, ceremonies));
    }

    /** Signing in with a passkey. */
    public PasskeyLogin login(SignInGate gate, SessionOpener opener) {
        return new PasskeyLoginFlow(context, ceremonies, factor, gate, opener);
    }

    /** The caller's passkeys. */
    public OwnPasskeys own(RecoveryFactor recovery) {
        return new PasskeyFlows(context, ceremonies, recovery);
    }
}
