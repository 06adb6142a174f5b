package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.gate.FactorEnrolment;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first passkey of an account, made between the two steps of a sign-in. */
final class PasskeyEnrolment implements FactorEnrolment {

    private final @Nullable PasskeyRegistrations passkeys;

    /** @param passkeys null where the host serves none: then none is right */
    PasskeyEnrolment(@Nullable PasskeyRegistrations passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public boolean takes(FactorProof shown) {
        return shown instanceof FactorProof.Passkey;
    }

    @Override
    public Optional<SecondFactor.Use> check(AuthChallenge challenge, UserId user, FactorProof shown, Instant now) {
        PasskeyRegistrations served = passkeys;
        return served != null && shown instanceof FactorProof.Passkey made
                ? served.made(user, challenge.digest(), made, now)
                        .map(passkey -> new FirstPasskey(user, passkey, () -> served.giveBack(made, now)))
                : Optional.empty();
    }

    /** A second passkey would need the handle of the first. */
    private record FirstPasskey(UserId user, PasskeyState passkey, Runnable refund) implements SecondFactor.Use {
        @Override
        public List<String> methods() {
            return PasskeyRegistrations.METHODS;
        }

        @Override
        public boolean spend(AuthTx tx, Instant now) {
            if (!tx.factors().passkeys().of(user).isEmpty()) {
                return false;
            }
            tx.factors().passkeys().insert(user, passkey);
            return true;
        }

        @Override
        public void giveBack() {
            refund.run();
        }
    }
}
