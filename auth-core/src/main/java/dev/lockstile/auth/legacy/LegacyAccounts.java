package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/**
 * Imports the users of a source system one by one, at their first sign-in (just-in-time migration). Asked when no
 * account in the store owns an identifier, always outside of any transaction and after the rate limits of the
 * endpoint; and asked as well, without use of the answer, where a user in the store was refused, so that the time of a
 * response does not tell who has been imported (ASVS 6.3.8).
 *
 * <p>A user who is deleted in the source system or in the store, or may not sign in to the source system, counts as
 * unknown. Called by many threads at once. An implementation bounds its own waiting, and answers {@link
 * Verdict#UNKNOWN} instead of throwing when the source system does not answer. {@code auth-import} has one.
 */
public interface LegacyAccounts {

    /**
     * Checks a password against the account in the source system that has one of these identifiers, and imports its
     * user when it is right: the user is in the store when the call returns. Does the same work whether there is such
     * an account or not.
     *
     * @param candidates what the typed sign-in name may mean, the likeliest first
     * @param password as typed
     * @return a match when the user was imported
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    Verdict importByPassword(List<Identifier> candidates, Secret password);

    /**
     * The verdict of {@link #importByPassword}, without an import, and without handing the password to the source
     * system. Whether an account in the store already has the user's names may be left out of it. An implementation
     * that cannot do so keeps the default, which is {@link Verdict#UNKNOWN}.
     *
     * @param candidates what the typed sign-in name may mean, the likeliest first
     * @param password as typed
     * @return what {@link #importByPassword} would say, or that it is not known
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit for hashing is free
     */
    default Verdict dryRunByPassword(List<Identifier> candidates, Secret password) {
        return Verdict.UNKNOWN;
    }

    /**
     * Whether a proof of this identifier would import an account. {@link Verdict#UNPROVEN} where a proof of it would
     * open nothing of the account it would become ({@link dev.lockstile.auth.model.IdentifierStates#isProvable}), as of
     * a user name. Writes nothing: any client may ask.
     *
     * @param identifier as a person typed it, in its canonical form
     * @return a match when an account would be imported
     */
    Verdict canImport(Identifier identifier);

    /**
     * The verdict of {@link #canImport} for what is sent to proven identifiers only, such as a link to sign in:
     * {@link Verdict#UNPROVEN} also where the source system has not proven the identifier to be its owner's. An
     * implementation that cannot tell keeps the default, by which none is proven. Writes nothing: any client may ask.
     *
     * @param identifier as a person typed it, in its canonical form
     * @return a match when an account would be imported whose identifier the source system has proven
     */
    default Verdict canImportProven(Identifier identifier) {
        Verdict said = canImport(identifier);
        return said == Verdict.MATCH ? Verdict.UNPROVEN : said;
    }

    /**
     * Imports the owner of an identifier that was proven a moment ago; on a match the user is in the store when the
     * call returns. Imports no account where {@link #canImport} says {@link Verdict#UNPROVEN}.
     *
     * @param proven in its canonical form
     * @return a match when the user was imported
     */
    Verdict importOwner(Identifier proven);

    /** The answer of a source system. */
    enum Verdict {
        /** Yes. */
        MATCH,
        /**
         * A user of the source system has the identifier, unproven beside a proven one: it is theirs, and no message to
         * it imports them. Said of an identifier alone.
         */
        UNPROVEN,
        /** No, and it is sure. */
        NO_MATCH,
        /**
         * It could not be asked. Nothing follows from it: the person is told to try again, and nothing is remembered.
         */
        UNKNOWN
    }
}
