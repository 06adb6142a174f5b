package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The kinds of second factor that the host serves, and the count of attempts at them. */
public final class SecondFactorKinds {

    private final FlowContext context;
    private final List<SecondFactor> kinds;

    SecondFactorKinds(FlowContext context, List<SecondFactor> kinds) {
        this.context = context;
        this.kinds = List.copyOf(kinds);
    }

    /** Counts an attempt at the account's factors before it is looked at. @return false while the account is paused */
    public boolean admits(UserId user, FactorProof shown, Instant now) {
        return context.limiters().factors().admits(user, isGuessable(shown), now);
    }

    /**
     * Counts an attempt at a step-up. @return false once the session has used up its tries, or while the account is
     * paused
     */
    public boolean admitsStepUp(Caller caller, FactorProof shown, Instant now) {
        return context.limiters().factors().admitsStepUp(caller, isGuessable(shown), now);
    }

    /** False for a text that no code of that kind can be; it is refused before an attempt is spent. */
    public boolean isWellFormed(FactorProof shown) {
        return factor(shown.kind()).map(factor -> factor.isWellFormed(shown)).orElse(true);
    }

    private boolean isGuessable(FactorProof shown) {
        return factor(shown.kind()).map(factor -> factor.isGuessable(shown)).orElse(true);
    }

    public Optional<SecondFactor> factor(FactorKind kind) {
        return kinds.stream().filter(factor -> factor.kind() == kind).findFirst();
    }

    public List<FactorKind> offered(AuthTx tx, StoredUser user) {
        return kinds.stream()
                .filter(factor -> factor.isOffered(tx, user))
                .map(SecondFactor::kind)
                .toList();
    }
}
