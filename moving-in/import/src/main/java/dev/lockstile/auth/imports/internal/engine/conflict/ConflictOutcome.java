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
 * What a user gets of the identifiers wanted. An identifier that goes to another account stays as text that signs no
 * account in; its former proof is not carried over then, so that no message for this account goes to another's address.
 */
public final class ConflictOutcome {

    /** Reason and warning: the identifier goes to another account. */
    static final String COLLISION = QuarantineReason.IDENTIFIER_COLLISION.code();

    /** Warning: the identifier goes to an account that is not in the sample of this run. */
    static final String OUTSIDE = "identifier_outside_sample";

    /** Reason: nothing is left to sign in by. */
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
     * Decides every identifier that the user wanted.
     *
     * @param taken keys of identifiers that belong to other users here already
     */
    public static ConflictOutcome of(UserDraft user, IdentifierConflicts conflicts, Set<String> taken) {
        ConflictOutcome assigned = new ConflictOutcome(user);
        for (WantedIdentifier wanted : user.identifiers()) {
            assigned.settle(wanted, conflicts, taken);
        }
        return assigned;
    }

    /**
     * The claims. A name alone needs no proof at sign-in, so an account that the old system had not verified, and who
     * has no address left to be proven by, keeps it as text: it would open what the old system kept shut.
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

    /** Since when the password opens the account by an identifier without a proof; null where it does not. */
    @Nullable
    public Instant admittedAt() {
        return new Admission(user).since(claims.values());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** True when an e-mail address or a phone number counts as proven. */
    public boolean anyProven() {
        return claims.values().stream()
                .anyMatch(claim -> claim.identifier().kind() != IdentifierKind.USERNAME && claim.verifiedAt() != null);
    }

    /** True when an identifier of that kind was wanted and goes to another account. */
    public boolean refuses(IdentifierKind kind) {
        return refused.contains(kind);
    }

    /** True when only an account here stands in the way of an identifier, perhaps for a moment. */
    public boolean isHeldInTarget() {
        return heldInTarget;
    }

    /** What a row that is merged adds: the identifiers no other account has. */
    public List<IdentifierAssignment> ownedClaims() {
        return claims.values().stream().filter(IdentifierAssignment::owned).toList();
    }

    /** Why the user cannot come in; null when the user can. A deleted user needs nothing to sign in by. */
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

    /** As data an identifier stands in the column it came from. */
    private static Identifier asText(WantedIdentifier wanted) {
        Identifier identifier = wanted.identifier();
        return wanted.requested() == RequestedIdentifier.OWN_IF_FREE
                ? new Identifier(IdentifierKind.EMAIL, identifier.value(), "")
                : identifier;
    }

    /** One value per kind: what signs in stays before what does not, an old e-mail before an old user name. */
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
