package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A kind of second factor, as sign-in and step-up use it: whether it is offered, and whether what was shown is right. A
 * new kind is one more of these in the list that {@code AuthAssembly} makes.
 */
public interface SecondFactor {

    FactorKind kind();

    /** Whether what was shown is of a kind that can be guessed at, so that a paused account does not take it. */
    default boolean isGuessable(FactorProof shown) {
        return true;
    }

    /** Whether what was shown can be a proof of this kind: false for a text with a wrong count of digits. */
    default boolean isWellFormed(FactorProof shown) {
        return true;
    }

    /** Whether the user may show it now; read in the transaction that makes the challenge. */
    boolean isOffered(AuthTx tx, StoredUser user);

    /**
     * Looks at what was shown, outside of any transaction; the attempt is counted by then. Writes nothing, but for the
     * challenge of a passkey, which is used up whatever comes of it.
     *
     * @param place the session, or the digest of the sign-in's challenge, at which it was shown
     * @return what has to be used up; empty when it is wrong
     */
    Optional<Use> check(StoredUser user, String place, FactorProof shown, Instant now);

    /** A right proof that is still to be used up. */
    interface Use {

        /** The {@code amr} it adds. */
        List<String> methods();

        /** Uses it up, in the transaction that lets the person in. @return false when another request was first */
        boolean spend(AuthTx tx, Instant now);

        /** Tells the owner of the use, in that transaction, where owners are told of it. */
        default void tell(AuthTx tx, NoticeSubject owner, Instant now) {}

        /** Gives back what looking at it took, after the work on it failed. */
        default void giveBack() {}
    }
}
