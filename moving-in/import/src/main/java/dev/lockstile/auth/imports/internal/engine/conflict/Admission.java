package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Decides since when a password opens an account by an address or a number without a proof. New accounts, updated ones,
 * accounts of a single sign-in and the comparison afterwards share this rule.
 *
 * @param user the row of the old system
 */
public record Admission(UserDraft user) {

    /**
     * {@return when the account came to be in the old system, where that system let it in by an identifier without a
     * proof; null for every other account} A deleted account owns nothing until it is restored: its texts count. An
     * identifier that a second row of the person brought does not count.
     *
     * @param claims the identifiers of the account
     */
    @Nullable
    public Instant since(Collection<IdentifierAssignment> claims) {
        boolean unproven = claims.stream().anyMatch(this::isUnproven);
        return user.trust().admitted() && unproven ? user.times().createdAt() : null;
    }

    private boolean isUnproven(IdentifierAssignment claim) {
        return (claim.owned() || !user.isLive())
                && claim.identifier().kind() != IdentifierKind.USERNAME
                && claim.verifiedAt() == null
                && isOfTheRow(claim.identifier().kind());
    }

    /** An old address without an at sign stands among the addresses where it is no user name. */
    private boolean isOfTheRow(IdentifierKind kind) {
        return user.identifiers().stream()
                .anyMatch(own -> own.identifier().kind() == kind
                        || kind == IdentifierKind.EMAIL && own.requested() == RequestedIdentifier.OWN_IF_FREE);
    }
}
