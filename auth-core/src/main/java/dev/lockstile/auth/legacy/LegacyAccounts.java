package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/**
 * The people of a former system who have not come over yet. The flows ask when nobody here owns an identifier, always
 * outside of any transaction and after the limits of the endpoint; and they ask as well, without using the answer, where
 * somebody here was refused, so that the time tells nobody who has come over (ASVS 6.3.8).
 *
 * <p>Whoever is deleted there or here, or may not act there, is nobody. Called by the threads of the flows, many at
 * once: an implementation bounds its own waiting, and answers {@link LegacyVerdict#UNKNOWN} instead of throwing when the
 * former system does not answer. {@code auth-import} has one.
 */
public interface LegacyAccounts {

    /**
     * Whether this password opens the account that has one of these identifiers there. If so, the person is here when
     * the call returns, as an import would have brought them. Does the same work whether there is such an account or
     * not.
     *
     * @param candidates what the typed sign-in name may mean, the likeliest first
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    LegacyVerdict bringInByPassword(List<Identifier> candidates, Secret password);

    /**
     * The verdict of {@link #bringInByPassword}, found out without bringing anybody in, and without telling the former
     * system the password. That somebody here already has the person's names may be left out of it. An implementation that
     * cannot do so keeps the default, which says nothing.
     *
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    default LegacyVerdict wouldBringIn(List<Identifier> candidates, Secret password) {
        return LegacyVerdict.UNKNOWN;
    }

    /**
     * Whether somebody there could come over by this identifier. {@link LegacyVerdict#UNPROVEN} where a proof of it would
     * open nothing of the account it would become ({@link dev.lockstile.auth.model.IdentifierStates#isProvable}), as of a user
     * name. Writes nothing: anybody may ask.
     */
    LegacyVerdict knows(Identifier identifier);

    /**
     * Brings in the owner of an identifier that was proven here a moment ago; they are here when the answer is a match.
     * Nobody is, where {@link #knows} says {@link LegacyVerdict#UNPROVEN}.
     */
    LegacyVerdict bringIn(Identifier proven);
}
