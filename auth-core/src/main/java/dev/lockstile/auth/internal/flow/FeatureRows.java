package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an optional feature keeps of an account, for flows that are not its own. There is one for each feature that the
 * host has entities for; those flows ask them all and name none. Each method runs in the flow's transaction.
 */
public interface FeatureRows {

    /** The name of the feature, as its description has it. */
    String feature();

    /** The rows of an account that sign in. */
    default List<Row> of(AuthTx tx, UserId user) {
        return List.of();
    }

    /** Whether the account can sign in by one of the rows alone, as the host is wired now. */
    default boolean signIn(AuthTx tx, UserId user) {
        return false;
    }

    /**
     * Removes what an unproven owner has added, in the transaction that may prove another owner's address.
     *
     * @return true when a second factor is left, which is asked for from then on
     */
    default boolean eraseUnconfirmed(AuthTx tx, StoredUser user) {
        return false;
    }

    /** Removes the rows of {@link #of} that were added then or later, and gives them. */
    default List<Row> eraseAdded(AuthTx tx, UserId user, Instant since, Instant now) {
        return List.of();
    }

    /** Removes the rows that are second factors. */
    default void eraseFactors(AuthTx tx, UserId user) {}

    /** Removes the rows that are first factors and nothing else. */
    default void eraseLinks(AuthTx tx, UserId user) {}

    /** Makes imported rows the account's own, so that no later proof counts as its first. */
    default void keepImported(FlowContext context, AuthTx tx, UserId user) {}

    /** Ends what speaks for the account beside its sessions, where all of them end for a reason that asks for it. */
    default void endWithSessions(AuthTx tx, UserId user, EndReason reason, Instant now, EventPublisher events) {}

    /**
     * A row.
     *
     * @param name by which the owner knows it
     * @param email the owner's address as another site knows it; null where there is none
     */
    record Row(
            What what,
            String name,
            Instant addedAt,
            @Nullable String email) {}
}
