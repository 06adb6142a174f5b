package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/**
 * Imports the users of a source system one by one, at their first sign-in (just-in-time migration). Called when no
 * account in the store owns an identifier, always outside any transaction and after the rate limits of the endpoint.
 * Also called, without use of the result, where a user in the store was refused, so that the response time does not
 * reveal which users were imported (ASVS 6.3.8).
 *
 * <p>A user who is deleted in the source system or in the store, or may not sign in to the source system, counts as
 * unknown. Called by many threads at once. An implementation has to limit its own waiting time, and to return
 * {@link Verdict#UNKNOWN} instead of an exception when the source system does not answer. {@code auth-import} has an
 * implementation.
 */
public interface LegacyAccounts {

    /**
     * Verifies a password of the account in the source system that has one of these identifiers. If it is correct,
     * imports the user, who is in the store when the call returns. Does the same work whether or not there is such an
     * account.
     *
     * @param candidates what the typed sign-in name may mean, the likeliest first
     * @param password as typed
     * @return a match when the user was imported
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    Verdict importByPassword(List<Identifier> candidates, Secret password);

    /**
     * Returns the verdict of {@link #importByPassword} without an import, and without sending the password to the
     * source system. Collisions with identifiers in the store need not be checked. The default implementation returns
     * {@link Verdict#UNKNOWN}.
     *
     * @param candidates what the typed sign-in name may mean, the likeliest first
     * @param password as typed
     * @return the verdict that {@link #importByPassword} would return, or {@link Verdict#UNKNOWN}
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    default Verdict dryRunByPassword(List<Identifier> candidates, Secret password) {
        return Verdict.UNKNOWN;
    }

    /**
     * Returns whether the verification of this identifier would import an account. {@link Verdict#UNPROVEN} where the
     * verified identifier could not sign in to the imported account
     * ({@link dev.lockstile.auth.model.IdentifierStates#isProvable}), such as a user name. Must not write, since
     * unauthenticated clients cause the call.
     *
     * @param identifier the canonical form of the typed identifier
     * @return a match when an account would be imported
     */
    Verdict canImport(Identifier identifier);

    /**
     * Returns the verdict of {@link #canImport} for messages that are sent to verified identifiers only, such as a
     * sign-in link: {@link Verdict#UNPROVEN} also where the source system has not verified the identifier. The default
     * implementation treats none as verified. Must not write, since unauthenticated clients cause the call.
     *
     * @param identifier the canonical form of the typed identifier
     * @return a match when an account would be imported whose identifier the source system has verified
     */
    default Verdict canImportProven(Identifier identifier) {
        Verdict said = canImport(identifier);
        return said == Verdict.MATCH ? Verdict.UNPROVEN : said;
    }

    /**
     * Imports the owner of an identifier that was just verified; on a match the user is in the store when the call
     * returns. Imports no account where {@link #canImport} returns {@link Verdict#UNPROVEN}.
     *
     * @param proven in its canonical form
     * @return a match when the user was imported
     */
    Verdict importOwner(Identifier proven);

    /** The answer of a source system. */
    enum Verdict {
        /** There is such an account, or it was imported. */
        MATCH,
        /**
         * A user of the source system has the identifier, unverified beside a verified one, so that a message to it
         * does not import the user. Only returned for a single identifier.
         */
        UNPROVEN,
        /** There is no such account, or the password is wrong. */
        NO_MATCH,
        /** The source system could not be queried. The client is asked to try again, and nothing is recorded. */
        UNKNOWN
    }
}
