package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers that a user of the source gets in the target. An identifier that goes to another account is stored as
 * text that opens no account, without its proof, so that no message for this account goes to another person's address.
 */
public final class ConflictOutcome {

    /** Reason and warning: the identifier goes to another account. */
    static final String COLLISION = QuarantineReason.IDENTIFIER_COLLISION.code();

    /** Warning: the identifier goes to an account that is not in the sample of this run. */
    static final String OUTSIDE = "identifier_outside_sample";

    /** Reason: the row has no identifier left to sign in with. */
    static final String NO_IDENTIFIER = QuarantineReason.NO_IDENTIFIER.code();

    private final UserDraft user;
    private final List<IdentifierKind> lost = new ArrayList<>();
    private final Set<IdentifierKind> refused = EnumSet.noneOf(IdentifierKind.class);
    private boolean heldInTarget;
    private final Map<IdentifierKind, IdentifierAssignment> claims = new EnumMap<>(IdentifierKind.class);
    private final List<Finding> findings = new ArrayList<>();

    private ConflictOutcome(UserDraft user) {
        this.user = user;
    }

    /**
     * Decides each identifier of the user.
     *
     * @param taken keys of identifiers that other users of the target own already
     */
    public static ConflictOutcome of(UserDraft user, IdentifierConflicts conflicts, Set<String> taken) {
        ConflictOutcome assigned = new ConflictOutcome(user);
        for (WantedIdentifier wanted : user.identifiers()) {
            assigned.settle(wanted, conflicts, taken);
        }
        return assigned;
    }

    /**
     * Returns the identifiers to store. A sign-in by user name needs no proof. Where the source system did not let the
     * account sign in, and no e-mail address or number is left to be proven, the user name is therefore stored as text.
     */
    public List<IdentifierAssignment> claims() {
        IdentifierAssignment name = claims.get(IdentifierKind.USERNAME);
        boolean reachable = claims.values().stream()
                .anyMatch(claim -> claim.owned() && claim.identifier().kind() != IdentifierKind.USERNAME);
        Map<IdentifierKind, IdentifierAssignment> granted = new EnumMap<>(claims);
        if (name != null && name.owned() && !user.trust().admitted() && !reachable) {
            granted.put(IdentifierKind.USERNAME, IdentifierAssignment.unproven(name.identifier()));
        }
        return List.copyOf(granted.values());
    }

    /** Returns from when on the password opens the account by an identifier without a proof; null where it does not. */
    @Nullable
    public Instant admittedAt() {
        return new Admission(user).since(claims.values());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Returns true when an e-mail address or a phone number counts as proven. */
    public boolean anyProven() {
        return claims.values().stream()
                .anyMatch(claim -> claim.identifier().kind() != IdentifierKind.USERNAME && claim.verifiedAt() != null);
    }

    /** Returns true when an identifier of that kind goes to another account. */
    public boolean refuses(IdentifierKind kind) {
        return refused.contains(kind);
    }

    /** Returns true when an identifier goes to another account only because that one is in the target already. */
    public boolean isHeldInTarget() {
        return heldInTarget;
    }

    /** Returns the identifiers that a merged row adds: those that no other account has. */
    public List<IdentifierAssignment> ownedClaims() {
        return claims.values().stream().filter(IdentifierAssignment::owned).toList();
    }

    /** Returns why the user is not imported; null when it may be. A deleted user needs no identifier. */
    @Nullable
    public Finding obstacle(DuplicatePolicy policy) {
        if (policy.holdsLosers() && user.trust().precedence() == Precedence.MAIN) {
            for (IdentifierKind kind : lost) {
                boolean email = kind == IdentifierKind.EMAIL;
                QuarantineReason why = email ? QuarantineReason.DUPLICATE_EMAIL : QuarantineReason.DUPLICATE_PHONE;
                return new Finding(why.code(), email ? "email" : "phone", "another account has it");
            }
        }
        if (!user.isLive() || claims.values().stream().anyMatch(IdentifierAssignment::owned)) {
            return null;
        }
        boolean lost = findings.stream().anyMatch(finding -> finding.reason().equals(COLLISION));
        String reason = lost ? COLLISION : NO_IDENTIFIER;
        return new Finding(reason, "", lost ? "every identifier belongs to another account" : "no usable identifier");
    }

    private void settle(WantedIdentifier wanted, IdentifierConflicts conflicts, Set<String> taken) {
        Identifier identifier = wanted.identifier();
        if (!user.isLive()) {
            put(new IdentifierAssignment(asText(wanted), false, provenAt(wanted, conflicts)));
        } else if (!wanted.isSignInName()) {
            put(IdentifierAssignment.unproven(identifier));
        } else if (!conflicts.goesTo(user, wanted) || taken.contains(identifier.key())) {
            heldInTarget |= conflicts.goesTo(user, wanted);
            lose(wanted, COLLISION, "belongs to another account");
            if (!conflicts.goesTo(user, wanted) && conflicts.goesOutside(identifier.key())) {
                findings.add(new Finding(OUTSIDE, wanted.field(), "an account outside of the sample has it"));
            }
        } else if (isAnothersEmail(wanted, conflicts, taken)) {
            lose(wanted, "username_is_an_email", "another account has it as its e-mail");
        } else {
            put(new IdentifierAssignment(identifier, true, provenAt(wanted, conflicts)));
        }
    }

    private void lose(WantedIdentifier wanted, String reason, String detail) {
        findings.add(new Finding(reason, wanted.field(), detail));
        put(IdentifierAssignment.unproven(asText(wanted)));
        refused.add(wanted.identifier().kind());
        if (reason.equals(COLLISION) && wanted.identifier().kind() != IdentifierKind.USERNAME) {
            lost.add(wanted.identifier().kind());
        }
    }

    /** Returns the identifier as text for the column of its kind in the source. */
    private static Identifier asText(WantedIdentifier wanted) {
        Identifier identifier = wanted.identifier();
        return wanted.requested() == RequestedIdentifier.OWN_IF_FREE
                ? new Identifier(IdentifierKind.EMAIL, identifier.value(), "")
                : identifier;
    }

    /**
     * Stores one value per kind: a sign-in name replaces a text, and the e-mail column comes before the user name
     * column.
     */
    private void put(IdentifierAssignment claim) {
        IdentifierKind kind = claim.identifier().kind();
        IdentifierAssignment held = claims.get(kind);
        if (held == null || (claim.owned() && !held.owned())) {
            claims.put(kind, claim);
        } else if (claim.owned()) {
            findings.add(new Finding("username_replaced", "username", "the old e-mail without @ is the user name now"));
        }
    }

    private @Nullable Instant provenAt(WantedIdentifier wanted, IdentifierConflicts conflicts) {
        return conflicts.proves(wanted) ? user.times().createdAt() : null;
    }

    private static boolean isAnothersEmail(WantedIdentifier wanted, IdentifierConflicts conflicts, Set<String> taken) {
        String key = wanted.unlessEmailKey();
        return key != null && (conflicts.isWanted(key) || taken.contains(key));
    }
}
