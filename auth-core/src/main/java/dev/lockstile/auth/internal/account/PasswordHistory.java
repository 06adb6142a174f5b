package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FormerPasswordStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses passwords that an account has or had, where the host wants that. Else it asks the store for nothing. */
public final class PasswordHistory {

    private final FlowContext context;
    private final int length;

    public PasswordHistory(FlowContext context) {
        this.context = context;
        this.length = context.settings().passwordHistory();
    }

    boolean isOn() {
        return length > 0;
    }

    /**
     * The problem of a new password that the account has or had. Up to one hash for each, outside any transaction: ask
     * once the other rules found nothing, and only for a caller who may set the password now.
     *
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit is free
     */
    public List<FieldProblem> problems(String field, Secret candidate, StoredUser owner) {
        if (!isOn()) {
            return List.of();
        }
        String present = unmarked(owner.passwordHash());
        if (present != null && isAmong(List.of(present), candidate)) {
            return List.of(FieldProblem.of(field, "same_password"));
        }
        List<String> former = context
                .store()
                .read(tx -> rows(tx).latest(owner.info().id(), length))
                .stream()
                .map(Secret::reveal)
                .toList();
        return isAmong(former, candidate) ? List.of(FieldProblem.of(field, "former_password")) : List.of();
    }

    /**
     * Takes a permit for a comparison where no session is asked: a link or a ticket stays when it fails, and comes from
     * any network. Each way has permits of its own, so that who has one does not close another to the owner.
     *
     * @param way to a new password
     * @return when to try again; empty when the comparison may be made
     */
    public Optional<Instant> retryAt(String way, UserId user, Instant now) {
        PermitRequest permits = new PermitRequest(
                null, null, List.of(RateLimit.PASSWORD_CHANGE_USER), way + ":" + AttemptRequest.subject(user));
        return isOn() ? context.limiters().requests().refusal(permits, now) : Optional.empty();
    }

    private boolean isAmong(List<String> stored, Secret candidate) {
        return context.passwords().hasher().isAmong(stored, candidate);
    }

    /** Holds the row of a user whose password is replaced whatever it is. @return false when the user is gone */
    boolean hold(AuthTx tx, UserId user, Instant now) {
        return !isOn() || tx.users().lock(user, now);
    }

    /**
     * Keeps a password in the transaction that replaced it, which holds the user's row. One that an administrator has
     * chosen is not the owner's, and takes no place.
     *
     * @param replaced as it was stored; null for none
     */
    public void keep(AuthTx tx, UserId user, @Nullable Secret replaced, Instant now) {
        String hash = unmarked(replaced);
        if (isOn() && hash != null && !isTemporary(replaced)) {
            rows(tx).add(user, Secret.of(hash), length, now);
        }
    }

    /** Forgets what an account had before the first proof of its address: another person may have chosen it. */
    static void forget(AuthTx tx, UserId user) {
        tx.extension(FormerPasswordStore.class).ifPresent(rows -> rows.removeAll(user));
    }

    private static boolean isTemporary(@Nullable Secret stored) {
        return MarkedHash.read(stored == null ? null : stored.reveal())
                .filter(marked -> marked.mark() == MarkedHash.Mark.TEMPORARY)
                .isPresent();
    }

    private static @Nullable String unmarked(@Nullable Secret stored) {
        return stored == null ? null : MarkedHash.unmarked(stored.reveal());
    }

    /** {@code start()} refuses a host that wants a history and keeps none. */
    private static FormerPasswordStore rows(AuthTx tx) {
        return tx.extension(FormerPasswordStore.class)
                .orElseThrow(() -> new IllegalStateException(
                        "the host keeps no former passwords: no entity extends AbstractFormerPassword"));
    }
}
