package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.factor.PasskeyVerifier.Verdict;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.passkey.PasskeyCeremonies.Aim;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.PasskeyStore.OwnedPasskey;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A passkey after another factor, at a step-up, and alone. Refused: a challenge of another kind, user or place, one
 * that is used or late; a passkey of another account; whatever the verifier refuses; and a counter that does not rise,
 * which is told as an event, since a copy of the authenticator may be in use.
 */
final class PasskeyFactor implements SecondFactor {

    private final FlowContext context;
    private final @Nullable PasskeyCeremonies ceremonies;

    /** @param ceremonies null where the host serves no passkeys: an account with one is asked for it all the same */
    PasskeyFactor(FlowContext context, @Nullable PasskeyCeremonies ceremonies) {
        this.context = context;
        this.ceremonies = ceremonies;
    }

    @Override
    public FactorKind kind() {
        return FactorKind.PASSKEY;
    }

    @Override
    public boolean isGuessable(FactorProof shown) {
        return false;
    }

    @Override
    public boolean isOffered(AuthTx tx, StoredUser user) {
        return user.factors().contains(FactorKind.PASSKEY);
    }

    @Override
    public Optional<Use> check(StoredUser user, String place, FactorProof shown, Instant now) {
        UserId id = user.info().id();
        return ceremonies != null
                        && shown instanceof FactorProof.Passkey proof
                        && ceremonies
                                .use(proof.ceremonyId(), Aim.shown(id, place), now)
                                .isPresent()
                ? owned(ceremonies, proof, now)
                        .filter(owned -> owned.user().equals(id))
                        .flatMap(owned -> proven(ceremonies, proof, owned, false, now))
                        .map(Proven::use)
                : Optional.empty();
    }

    /** A passkey that signs in alone, of any account. */
    Optional<Proven> checkAlone(FactorProof.Passkey proof, Instant now) {
        return ceremonies != null
                        && ceremonies.use(proof.ceremonyId(), Aim.SIGN_IN, now).isPresent()
                ? owned(ceremonies, proof, now).flatMap(owned -> proven(ceremonies, proof, owned, true, now))
                : Optional.empty();
    }

    private Optional<OwnedPasskey> owned(PasskeyCeremonies asked, FactorProof.Passkey proof, Instant now) {
        return AttemptRefund.onFailure(
                () -> asked.verifier()
                        .credentialId(proof.credential())
                        .flatMap(id -> context.store()
                                .read(tx -> tx.factors().passkeys().byCredential(id))),
                () -> asked.giveBack(proof.ceremonyId(), now));
    }

    private Optional<Proven> proven(
            PasskeyCeremonies asked, FactorProof.Passkey proof, OwnedPasskey owned, boolean alone, Instant now) {
        Verdict<PasskeyVerifier.Proof> verdict =
                asked.verifier().proven(proof.ceremonyId(), proof.credential(), owned.passkey(), alone);
        if (verdict instanceof Verdict.Wrong<PasskeyVerifier.Proof> wrong) {
            context.events().tell(new AuthEvent.PasskeyRefused(now, owned.user(), wrong.reason()));
            return Optional.empty();
        }
        PasskeyVerifier.Proof right = ((Verdict.Right<PasskeyVerifier.Proof>) verdict).value();
        return Optional.of(new Proven(
                owned.user(),
                new Shown(
                        owned.user(),
                        owned.passkey().passkeyId(),
                        right,
                        () -> asked.giveBack(proof.ceremonyId(), now))));
    }

    /** A passkey that was shown, and whose it is. */
    record Proven(UserId user, Use use) {}

    /** Possession of the key, and with a PIN, a fingerprint or a face the person as well (RFC 8176, 2). */
    private record Shown(UserId user, String passkeyId, PasskeyVerifier.Proof proof, Runnable refund) implements Use {
        @Override
        public List<String> methods() {
            return proof.userVerified() ? List.of("pop", "user") : List.of("pop");
        }

        @Override
        public boolean spend(AuthTx tx, Instant now) {
            PasskeyState.Use use = proof.use();
            return tx.factors().passkeys().use(user, passkeyId, use, now);
        }

        @Override
        public void giveBack() {
            refund.run();
        }
    }
}
