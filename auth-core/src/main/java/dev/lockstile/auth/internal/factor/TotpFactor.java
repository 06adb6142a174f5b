package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Codes of an authenticator application. A code of the step before, the present one and the next is taken; each step
 * once, and none that lies before one that was taken (RFC 6238, 5.2).
 */
public final class TotpFactor implements SecondFactor {

    private static final int WINDOW = 1;

    private final FlowContext context;
    private final FactorSeal seal;

    TotpFactor(FlowContext context, FactorSeal seal) {
        this.context = context;
        this.seal = seal;
    }

    @Override
    public FactorKind kind() {
        return FactorKind.TOTP;
    }

    @Override
    public boolean isOffered(AuthTx tx, StoredUser user) {
        return user.factors().contains(FactorKind.TOTP);
    }

    @Override
    public boolean isWellFormed(FactorProof shown) {
        return !(shown instanceof FactorProof.Totp proof)
                || OneTimePassword.typed(proof.code()).isPresent();
    }

    @Override
    public Optional<Use> check(StoredUser user, String place, FactorProof shown, Instant now) {
        UserId id = user.info().id();
        Optional<TotpState> totp =
                context.store().read(tx -> tx.factors().totps().confirmed(id));
        if (totp.isEmpty() || !(shown instanceof FactorProof.Totp proof)) {
            return Optional.empty();
        }
        OptionalLong step = step(id, totp.get(), proof.code(), now);
        return step.isPresent()
                ? Optional.of(new Shown(id, totp.get().enrolmentId(), step.getAsLong()))
                : Optional.empty();
    }

    /** The time step whose code this is, above the last one that was taken; empty when it is none. */
    OptionalLong step(UserId user, TotpState totp, Secret code, Instant now) {
        Optional<byte[]> key = seal.open(totp.sealedSecret(), user, totp.enrolmentId());
        Optional<Secret> typed = OneTimePassword.typed(code);
        if (key.isEmpty() || typed.isEmpty()) {
            return OptionalLong.empty();
        }
        long present = OneTimePassword.step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            boolean same = ConstantTime.equal(
                    OneTimePassword.code(key.get(), step), typed.get().reveal());
            if (same && step > totp.lastStep()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private record Shown(UserId user, String enrolmentId, long step) implements Use {
        @Override
        public List<String> methods() {
            return List.of("otp");
        }

        @Override
        public boolean spend(AuthTx tx, Instant now) {
            return tx.factors().totps().advance(user, enrolmentId, step, now);
        }
    }
}
