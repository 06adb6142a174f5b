package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.Optional;

/** Decides which source rows are second rows of a person, and by which identifier their main account is found. */
public record SecondRowRules(IdentifierConflicts conflicts, DuplicatePolicy policy) {

    /** An identifier by which the main account is found. */
    public record Target(IdentifierKind kind, String key) {}

    /** Returns the identifier of the account that a row is merged into; empty for a row that becomes an account. */
    public Optional<Target> target(UserDraft user) {
        if (!user.isLive() || user.refusal() != null) {
            return Optional.empty();
        }
        return user.identifiers().stream()
                .flatMap(wanted -> target(user, wanted).stream())
                .findFirst();
    }

    /**
     * Returns true when the source system proved, for this very row, the identifier by which it is merged. False where
     * the source keeps marks of verification when addresses change.
     */
    public boolean isProven(UserDraft user, Target target) {
        return user.identifiers().stream()
                .filter(wanted -> wanted.isSignInName() && conflicts.proves(wanted))
                .map(WantedIdentifier::identifier)
                .anyMatch(own -> own.kind() == target.kind() && own.key().equals(target.key()));
    }

    /** Returns true for a row that is copied after the accounts that it may be merged into. */
    public boolean waits(UserDraft user) {
        return policy == DuplicatePolicy.MERGE
                && user.trust().precedence() == Precedence.MAIN
                && target(user).isPresent();
    }

    private Optional<Target> target(UserDraft user, WantedIdentifier wanted) {
        boolean companion = user.trust().precedence() != Precedence.MAIN;
        String key = wanted.identifier().key();
        if (wanted.isSignInName() && isAddress(wanted) && !conflicts.goesTo(user, wanted) && mergesAt(companion, key)) {
            return Optional.of(new Target(wanted.identifier().kind(), key));
        }
        String email = wanted.unlessEmailKey();
        return companion && email != null && conflicts.goesToMain(email)
                ? Optional.of(new Target(IdentifierKind.EMAIL, email))
                : Optional.empty();
    }

    private boolean mergesAt(boolean companion, String key) {
        return companion ? conflicts.goesToMain(key) : policy == DuplicatePolicy.MERGE;
    }

    private static boolean isAddress(WantedIdentifier wanted) {
        return wanted.identifier().kind() != IdentifierKind.USERNAME;
    }
}
