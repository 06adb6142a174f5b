package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Decides from when on a password opens an account by an address or number without a proof. New and updated accounts,
 * accounts imported at their first sign-in, and verification share this rule.
 *
 * @param user the source row
 */
public record Admission(UserDraft user) {

    /**
     * {@return when the account was created in the source system, where that system let it sign in by an identifier
     * without a proof; null for every other account} A deleted account owns no identifier until it is restored, so
     * those that it does not own count. An identifier from a second row of the person does not count.
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

    /**
     * Returns true when the row itself has an identifier of that kind; a source e-mail without {@code @} counts as an
     * e-mail.
     */
    private boolean isOfTheRow(IdentifierKind kind) {
        return user.identifiers().stream()
                .anyMatch(own -> own.identifier().kind() == kind
                        || kind == IdentifierKind.EMAIL && own.requested() == RequestedIdentifier.OWN_IF_FREE);
    }
}
