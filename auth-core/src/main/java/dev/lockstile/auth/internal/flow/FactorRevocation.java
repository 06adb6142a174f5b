package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;

/**
 * What other changes of an account do to its second factors, and a first proof to what optional features kept before
 * it. Where the host keeps none, no work is done.
 */
public final class FactorRevocation {

    private FactorRevocation() {}

    /**
     * Takes away what a person has begun, a deletion that waits too, in the transaction in which another one may prove the account's first
     * address. A factor that counts stays, and is asked for: none is added here before an address is proven. So an
     * account that has both a factor and no proven address was deleted and restored, has lost its proof, or came with
     * its factor from a former system; its mailbox alone must not open it. What optional features keep goes as each
     * decides: {@link FeatureRows#eraseUnconfirmed}.
     */
    public static void eraseUnconfirmed(FlowContext context, AuthTx tx, StoredUser user, Instant now) {
        UserId id = user.info().id();
        tx.factors().challenges().endAll(id, AuthChallenge.Kind.ACCOUNT_DELETION, now);
        boolean kept = false;
        for (FeatureRows feature : context.features().all()) {
            kept |= feature.eraseUnconfirmed(tx, user);
        }
        if (kept || user.factors().contains(FactorKind.TOTP)) {
            forgetBrowsers(context, tx, id, now);
        } else {
            erase(context, tx, id, now);
        }
    }

    /** Takes all factors away; links to other sites are first factors and stay. */
    public static void erase(FlowContext context, AuthTx tx, UserId user, Instant now) {
        FactorStore factors = tx.factors();
        factors.totps().removeAll(user);
        context.features().all().forEach(feature -> feature.eraseFactors(tx, user));
        factors.recoveryCodes().endAll(user, now);
        forgetBrowsers(context, tx, user, now);
    }

    /** Calls an administrator's reset off that waits. */
    public static void callOffReset(FlowContext context, AuthTx tx, UserId user, String how, Instant now) {
        callOffReset(context, tx, new AuthEvent.FactorsChanged(now, user, "reset called off " + how));
    }

    /** The same. @param event what listeners are told where one waits @return false when none does */
    public static boolean callOffReset(FlowContext context, AuthTx tx, AuthEvent.FactorsChanged event) {
        boolean waited =
                tx.factors().challenges().endAll(event.user(), AuthChallenge.Kind.FACTOR_RESET, event.at()) > 0;
        if (waited) {
            tx.afterCommit(() -> context.events().tell(event));
        }
        return waited;
    }

    /**
     * Trusts no browser any more and ends sign-ins under way: the password is another one, or all sessions are ended.
     * An administrator's reset that waits is called off with them, and listeners are told.
     */
    public static void forgetBrowsers(FlowContext context, AuthTx tx, UserId user, Instant now) {
        forgetBrowsers(context, tx, user, "as all sessions end", now);
    }

    /** The same for another reason. @param how the reset was called off, as listeners are told */
    public static void forgetBrowsers(FlowContext context, AuthTx tx, UserId user, String how, Instant now) {
        callOffReset(context, tx, user, how, now);
        tx.factors().browsers().endAll(user, now);
        tx.factors().challenges().endAll(user, now);
    }
}
