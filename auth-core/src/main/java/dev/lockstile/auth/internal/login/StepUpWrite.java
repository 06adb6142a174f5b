package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a right step-up down: the proof is used up and the session proven in one transaction. */
final class StepUpWrite {

    private final FlowContext context;

    StepUpWrite(FlowContext context) {
        this.context = context;
    }

    /** What the session has shown now; empty when it is over, or another request used the proof up first. */
    Optional<AuthContext> run(Caller caller, Proof proof) {
        try {
            return context.store().alone(tx -> write(tx, caller, proof));
        } catch (LostRaceException e) {
            return Optional.empty();
        }
    }

    /**
     * A code is not used up for a session that is over. What is shown now is what the session has shown from now on.
     */
    private Optional<AuthContext> write(AuthTx tx, Caller caller, Proof proof) {
        String challenge = proof.challengeId();
        SecondFactor.Use factor = proof.factor();
        Optional<StoredSession> session = CallerSession.live(tx, caller, proof.now());
        Optional<AuthContext> before = session.map(live -> live.state().context());
        boolean used = before.isPresent()
                && (challenge == null || tx.codes().use(challenge, proof.now()))
                && (factor == null || factor.spend(tx, proof.now()));
        if (!used) {
            return Optional.empty();
        }
        if (factor == null) {
            return before.filter(context -> tx.sessions().prove(caller.session(), proof.now()));
        }
        factor.tell(tx, NoticeSubject.of(session.orElseThrow()), proof.now());
        context.limiters().factors().succeeded(tx, caller, proof.now());
        FactorRevocation.callOffReset(context, tx, caller.user(), "by a step-up with a factor", proof.now());
        AuthContext both = before.get().with(factor.methods());
        if (!tx.sessions().prove(caller.session(), both, proof.now())) {
            throw new LostRaceException(); // the session ended at this very moment: the factor is not used up
        }
        return Optional.of(both);
    }

    record Proof(String method, @Nullable String challengeId, SecondFactor.@Nullable Use factor, Instant now) {}
}
