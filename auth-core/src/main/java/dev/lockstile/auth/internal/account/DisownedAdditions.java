package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what signs in to an account and was added since its owner was told of another person: a passkey of that
 * person would sign in at once, and their application would keep the owner out. What is older stays.
 */
record DisownedAdditions(FlowContext context) {

    /** Runs in a transaction that holds the account's row; listeners are told after it. */
    List<Added> remove(AuthTx tx, UserId user, Instant since, Instant now) {
        List<Added> removed = new ArrayList<>();
        for (FeatureRows feature : context.features().all()) {
            feature.eraseAdded(tx, user, since, now).forEach(row -> removed.add(new Added(row.what(), row.name())));
        }
        FactorStore factors = tx.factors();
        if (factors.totps()
                .confirmed(user)
                .map(TotpState::confirmedAt)
                .filter(at -> !at.isBefore(since))
                .isPresent()) {
            factors.totps().removeAll(user);
            removed.add(new Added(What.TOTP, ""));
        }
        endCodes(tx, user, since, now);
        removed.forEach(each ->
                tx.afterCommit(() -> context.events().tell(new AuthEvent.FactorsChanged(now, user, words(each)))));
        return removed;
    }

    /** Of an account without a second factor, and those that were made since. */
    private static void endCodes(AuthTx tx, UserId user, Instant since, Instant now) {
        FactorStore factors = tx.factors();
        if (!factors.recoveryCodes().isMapped()) {
            return;
        }
        boolean alone = !tx.users().byId(user).orElseThrow().hasSecondFactor();
        boolean made = factors.recoveryCodes()
                .left(user)
                .filter(set -> !set.madeAt().isBefore(since))
                .isPresent();
        if (alone || made) {
            factors.recoveryCodes().endAll(user, now);
        }
    }

    private static String words(Added removed) {
        return switch (removed.what()) {
            case PASSKEY -> "passkey removed";
            case TOTP -> "totp removed";
            case SOCIAL_ACCOUNT -> "social unlinked: " + removed.name();
            case EMAIL, PHONE -> throw new IllegalArgumentException("no factor: " + removed.what());
        };
    }
}
