package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;

/**
 * The first proof of anything that an account has, whose row the transaction holds. What was set before it (password,
 * sessions, open codes, links to other sites, the hold on other unproven identifiers) goes in the same transaction.
 */
public final class FirstProof {

    private FirstProof() {}

    /** The account as it is afterwards; empty when it is gone. */
    public static Optional<StoredUser> claim(FlowContext context, AuthTx tx, Shown shown) {
        UserId id = shown.user().info().id();
        Instant now = shown.now();
        if (!tx.users().claim(id, shown.identifier(), now)) {
            return Optional.empty();
        }
        tx.users().resetPassword(id, null, now);
        tx.users().releaseUnproven(id, now);
        context.sessionEnds().endAll(tx, new SessionRevocation.User(id, now), EndReason.IDENTIFIER_PROVEN, null);
        tx.codes().endAll(id, now);
        FactorRevocation.eraseUnconfirmed(context, tx, shown.user(), now);
        RequestedUsername.grant(tx, context.identifiers(), shown.user().info(), now);
        tx.codes().endAllTo(shown.identifier().key(), now);
        return tx.users().byId(id);
    }

    /** What was proven, of whom and when. */
    public record Shown(StoredUser user, Identifier identifier, Instant now) {}
}
