package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who goes by an identifier: in the store, and where no account there does, among the users who are still to be
 * imported. During a cut-over those are the users of the source system; otherwise there are none, and no method does
 * any work for them. Flows ask here and do not know the source system.
 *
 * <p>Every method runs outside of any transaction. A source system that does not answer is a
 * {@link StoreUnavailableException}: "try again", never "wrong". Where the answer does not matter the question is asked
 * all the same, so that the time of a response does not tell who has been imported (ASVS 6.3.8).
 */
public final class AccountLookup {

    private final AuthStore store;
    private final @Nullable LegacyAccounts source;

    /** @param source null when no users are to be imported */
    public AccountLookup(AuthStore store, @Nullable LegacyAccounts source) {
        this.store = store;
        this.source = source;
    }

    /** The user in the store who owns the identifier. */
    public Optional<StoredUser> owner(Identifier identifier) {
        return store.read(tx -> tx.users().byKey(identifier.kind(), identifier.key()));
    }

    /** True while users who are not in the store may be imported. */
    public boolean importsUsers() {
        return source != null;
    }

    /**
     * Checks the password of a name that no account in the store has. The user whose password is right is in the store
     * afterwards.
     *
     * @param candidates what the name may mean, the likeliest first
     * @return false when there is no user to import: no work was done
     */
    public boolean checkUnknown(List<Identifier> candidates, Secret password) {
        if (source != null) {
            known(source.importByPassword(candidates, password));
        }
        return source != null;
    }

    /** Asks the source system as for an unknown identifier, so that a refused owner takes the same time. */
    public void askAsForUnknown(Identifier identifier) {
        unimported(identifier, false);
    }

    /** Imports the owner of an identifier that was proven a moment ago, if there is one to be imported. */
    public void importOwner(Identifier proven) {
        if (source != null) {
            known(source.importOwner(proven));
        }
    }

    /** True when a user still to be imported has the identifier, and no account in the store owns it. */
    public boolean isReserved(Identifier identifier) {
        return source != null && isReserved(identifier, owner(identifier).isPresent());
    }

    /** The same where the caller knows whether an account in the store owns it. */
    public boolean isReserved(Identifier identifier, boolean owned) {
        return unimported(identifier, owned) != Unimported.NOBODY;
    }

    /** True when a proof of the identifier imports a user, and no account in the store owns it. */
    public boolean isImportedByProof(Identifier identifier) {
        return source != null && unimported(identifier, owner(identifier).isPresent()) == Unimported.BY_PROOF;
    }

    /**
     * The user to be imported by the identifier. None where an account in the store owns it: then the question is asked
     * for its time alone, and an outage stops no request.
     */
    public Unimported unimported(Identifier identifier, boolean owned) {
        if (source == null) {
            return Unimported.NOBODY;
        }
        LegacyAccounts.Verdict said = source.canImport(identifier);
        if (owned) {
            return Unimported.NOBODY;
        }
        return switch (known(said)) {
            case MATCH -> Unimported.BY_PROOF;
            case UNPROVEN -> Unimported.UNPROVEN;
            case NO_MATCH, UNKNOWN -> Unimported.NOBODY;
        };
    }

    /**
     * True when a user is to be imported whose identifier the source system has proven, and no account in the store
     * owns it. As in {@link #unimported} the question is asked for its time alone where one does.
     */
    public boolean importsProven(Identifier identifier, boolean owned) {
        if (source == null) {
            return false;
        }
        LegacyAccounts.Verdict said = source.canImportProven(identifier);
        return !owned && known(said) == LegacyAccounts.Verdict.MATCH;
    }

    /** How a sign-in with this password would end for a name that no account in the store has. Imports no user. */
    public DryRunSignIn.Outcome dryRun(List<Identifier> candidates, Secret password) {
        return source == null || candidates.isEmpty()
                ? DryRunSignIn.Outcome.UNKNOWN_NAME
                : answer(source.dryRunByPassword(candidates, password));
    }

    /** The same for a right code. */
    public DryRunSignIn.Outcome dryRun(Identifier identifier) {
        return source == null ? DryRunSignIn.Outcome.UNKNOWN_NAME : answer(source.canImport(identifier));
    }

    private static DryRunSignIn.Outcome answer(LegacyAccounts.Verdict verdict) {
        return switch (verdict) {
            case MATCH -> DryRunSignIn.Outcome.WOULD_MIGRATE;
            case UNPROVEN -> DryRunSignIn.Outcome.UNPROVEN;
            case NO_MATCH -> DryRunSignIn.Outcome.UNKNOWN_NAME;
            case UNKNOWN -> DryRunSignIn.Outcome.UNDECIDED;
        };
    }

    private static LegacyAccounts.Verdict known(LegacyAccounts.Verdict verdict) {
        if (verdict == LegacyAccounts.Verdict.UNKNOWN) {
            throw new StoreUnavailableException("the source system does not answer", new IllegalStateException());
        }
        return verdict;
    }

    /** A user who is still to be imported. */
    public enum Unimported {
        /** No account has the identifier. */
        NOBODY,
        /** An account has it unproven beside a proven one: it is that account's, and a proof of it opens nothing. */
        UNPROVEN,
        /** A user who is imported by a proof of it. */
        BY_PROOF
    }
}
