package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recovery codes: 24 characters of Crockford's base32, 120 random bits, stored as keyed digests (ASVS 6.5.2). They
 * stand in for a factor and are none by themselves.
 */
public final class RecoveryFactor implements SecondFactor {

    static final int CODES = 10;

    private static final int GROUP = 4;
    private static final int ID_BYTES = 16;

    private final FlowContext context;
    private final Digests.Use digests;
    private final FactorNotices notices;

    RecoveryFactor(FlowContext context) {
        this.context = context;
        this.digests = digests(context.digests());
        this.notices = new FactorNotices(context);
    }

    /** The digests that codes are stored as. */
    static Digests.Use digests(Digests all) {
        return all.use("recovery-code");
    }

    static String digest(Digests.Use digests, UserId user, String code) {
        return digests.of(user.toString(), code);
    }

    @Override
    public FactorKind kind() {
        return FactorKind.RECOVERY_CODE;
    }

    /** 120 bits cannot be guessed; a code that came with an import is shorter. */
    @Override
    public boolean isGuessable(FactorProof shown) {
        return !(shown instanceof FactorProof.RecoveryCode proof) || !RecoveryCodeText.isOwnForm(proof.code());
    }

    @Override
    public boolean isWellFormed(FactorProof shown) {
        return !(shown instanceof FactorProof.RecoveryCode proof)
                || RecoveryCodeText.canonical(proof.code()).isPresent();
    }

    @Override
    public boolean isOffered(AuthTx tx, StoredUser user) {
        return tx.factors()
                .recoveryCodes()
                .left(user.info().id())
                .filter(set -> set.left() > 0)
                .isPresent();
    }

    @Override
    public Optional<Use> check(StoredUser user, String place, FactorProof shown, Instant now) {
        UserId id = user.info().id();
        return shown instanceof FactorProof.RecoveryCode proof && user.hasSecondFactor()
                ? RecoveryCodeText.canonical(proof.code()).map(code -> new Shown(id, digest(id, code), notices))
                : Optional.empty();
    }

    /** A new set in the place of the old one; each code as it is shown to its owner. */
    List<Secret> renew(AuthTx tx, UserId user, Instant now) {
        List<Secret> codes = new ArrayList<>();
        List<String> digestsOfCodes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String code = draw();
            codes.add(Secret.of(grouped(code)));
            digestsOfCodes.add(digest(user, code));
        }
        tx.factors().recoveryCodes().replace(user, context.randomness().text(ID_BYTES), digestsOfCodes, now);
        return List.copyOf(codes);
    }

    /** A set for an account that has none left; else nothing. */
    public List<Secret> fillUp(AuthTx tx, UserId user, Instant now) {
        if (!tx.factors().recoveryCodes().isMapped()) {
            return List.of();
        }
        Optional<RecoveryCodeSet> set = tx.factors().recoveryCodes().left(user);
        return set.isPresent() && set.get().left() > 0 ? List.of() : renew(tx, user, now);
    }

    private String draw() {
        byte[] bytes = context.randomness().bytes(RecoveryCodeText.LENGTH);
        StringBuilder code = new StringBuilder();
        for (byte one : bytes) {
            code.append(RecoveryCodeText.ALPHABET.charAt(one & 0x1f));
        }
        return code.toString();
    }

    private static String grouped(String code) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < code.length(); at += GROUP) {
            text.append(at == 0 ? "" : "-").append(code, at, at + GROUP);
        }
        return text.toString();
    }

    private String digest(UserId user, String code) {
        return digest(digests, user, code);
    }

    /** Its owner is told with the use, at a sign-in and at a step-up alike (NIST SP 800-63B-4 4.6). */
    private record Shown(UserId user, String digest, FactorNotices notices) implements Use {
        @Override
        public List<String> methods() {
            return List.of("otp");
        }

        @Override
        public boolean spend(AuthTx tx, Instant now) {
            return tx.factors().recoveryCodes().use(user, digest, now);
        }

        @Override
        public void tell(AuthTx tx, NoticeSubject owner, Instant now) {
            notices.recoveryCodeUsed(tx, owner, now);
        }
    }
}
