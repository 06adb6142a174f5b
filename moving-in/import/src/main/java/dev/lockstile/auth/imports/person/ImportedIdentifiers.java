package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The identifiers that the account of an imported person would get, also from second rows. */
record ImportedIdentifiers(Map<IdentifierKind, IdentifierAssignment> claims) {

    static ImportedIdentifiers of(AuthTx tx, SourcePerson person) {
        Set<String> taken = new HashSet<>();
        TargetSnapshot.addTaken(tx, person.main(), true, taken);
        person.secondRows().forEach(row -> TargetSnapshot.addTaken(tx, row, true, taken));
        Map<IdentifierKind, IdentifierAssignment> claims = new EnumMap<>(IdentifierKind.class);
        settled(person, person.main(), taken)
                .claims()
                .forEach(claim -> claims.put(claim.identifier().kind(), claim));
        person.secondRows().stream()
                .filter(row -> person.fills(row.user()))
                .map(row -> settled(person, row, taken).ownedClaims())
                .flatMap(List::stream)
                .forEach(claim -> claims.putIfAbsent(claim.identifier().kind(), claim));
        return new ImportedIdentifiers(claims);
    }

    private static ConflictOutcome settled(SourcePerson person, PersonDraft row, Set<String> taken) {
        return ConflictOutcome.of(row.user(), person.context().secondRowRules().conflicts(), taken);
    }

    /** Returns true when the account would own the identifier, and a proof of it would open the account. */
    boolean isOpenedBy(Identifier identifier) {
        IdentifierAssignment claim = claims.get(identifier.kind());
        return claim != null
                && claim.owned()
                && claim.identifier().key().equals(identifier.key())
                && identifiers().isProvable(identifier.kind());
    }

    /** Returns true when the account would own the identifier as one that the source has proven. */
    boolean isProven(Identifier identifier) {
        IdentifierAssignment claim = claims.get(identifier.kind());
        return claim != null && claim.verifiedAt() != null && isOpenedBy(identifier);
    }

    private IdentifierStates identifiers() {
        return new IdentifierStates(
                identifierState(IdentifierKind.EMAIL),
                identifierState(IdentifierKind.PHONE),
                identifierState(IdentifierKind.USERNAME));
    }

    private IdentifierState identifierState(IdentifierKind kind) {
        IdentifierAssignment claim = claims.get(kind);
        return claim == null
                ? IdentifierState.NONE
                : new IdentifierState(claim.identifier().value(), claim.owned(), claim.verifiedAt());
    }
}
