package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/** Seals factors of another system under the keys that sign-in uses. */
public final class SealedFactors implements FactorSealing {

    /** In the place of a sealed secret; {@link FactorSeal} opens nothing of this form. */
    private static final String LOCKED = "locked";

    private static final String PLACE = "import";
    private static final Duration TTL = Duration.ofMinutes(10);

    private final FactorSeal seal;
    private final Digests.Use recovery;

    public SealedFactors(SealKeys keys, Digests digests) {
        this.seal = new FactorSeal(keys, Randomness.secure());
        this.recovery = RecoveryFactor.digests(digests);
    }

    @Override
    public TotpState totp(UserId user, String enrolmentId, Secret secret, Instant now) {
        String sealed = seal.seal(Base32.decode(secret.reveal()), user, enrolmentId);
        return new TotpState(enrolmentId, sealed, PLACE, now.plus(TTL));
    }

    @Override
    public TotpState lock(String enrolmentId, Instant now) {
        return new TotpState(enrolmentId, LOCKED, PLACE, now.plus(TTL));
    }

    @Override
    public boolean isSame(UserId user, TotpState stored, Secret secret) {
        return seal.open(stored.sealedSecret(), user, stored.enrolmentId())
                .filter(key -> MessageDigest.isEqual(key, Base32.decode(secret.reveal())))
                .isPresent();
    }

    @Override
    public String recoveryCode(UserId user, Secret code) {
        String text = RecoveryCodeText.canonical(code)
                .orElseThrow(() -> new IllegalArgumentException("this is no recovery code that could be typed"));
        return RecoveryFactor.digest(recovery, user, text);
    }
}
