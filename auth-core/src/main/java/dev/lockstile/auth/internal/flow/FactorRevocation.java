package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.PasskeyStore;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What other changes of an account do to its second factors, and a first proof to the accounts at other sites that were
 * linked before it. Where the host keeps none, no work is done.
 */
public final class FactorRevocation {

    private static final int ID_BYTES = 24;

    private FactorRevocation() {}

    /**
     * Takes away what somebody has begun, in the transaction in which another one may prove the account's first
     * address. A factor that counts stays, and is asked for: none is added here before an address is proven. So an
     * account that has both a factor and no proven address was deleted and restored, has lost its proof, or came with
     * its factor from a former system; its mailbox alone must not open it. A passkey that came from there goes all the
     * same: it signs in alone, and whoever made it on somebody else's address would share the account. One that a
     * restored account had while its address was proven is not one of those: {@link #keepImportedPasskeys}.
     */
    public static void eraseUnconfirmed(FlowContext context, AuthTx tx, StoredUser user, Instant now) {
        UserId id = user.info().id();
        tx.socials().removeAll(id);
        boolean keptPasskey = user.factors().contains(FactorKind.PASSKEY) && removeImportedPasskeys(tx, id);
        if (keptPasskey || user.factors().contains(FactorKind.TOTP)) {
            forgetBrowsers(context, tx, id, now);
        } else {
            erase(context, tx, id, now);
        }
    }

    /** @return true when the user has others */
    private static boolean removeImportedPasskeys(AuthTx tx, UserId user) {
        List<PasskeyState> all = tx.factors().passkeys().of(user);
        List<PasskeyState> imported = imported(tx, all);
        imported.forEach(passkey -> tx.factors().passkeys().remove(user, passkey.passkeyId()));
        return imported.size() < all.size();
    }

    /**
     * Makes the imported passkeys of an account that has proven an address the account's own, in the transaction of a
     * restore, which takes the proof away: the next one is not the first. They get other ids, so that no entry of the
     * ledger is theirs.
     */
    public static void keepImportedPasskeys(FlowContext context, AuthTx tx, UserId user) {
        PasskeyStore passkeys = tx.factors().passkeys();
        for (PasskeyState old : imported(tx, passkeys.of(user))) {
            String id = context.randomness().text(ID_BYTES);
            if (passkeys.remove(user, old.passkeyId())) {
                passkeys.insert(user, new PasskeyState(id, old.key(), old.use(), old.name(), old.createdAt()));
            }
        }
    }

    /** An import names a passkey by its entry in the ledger. */
    private static List<PasskeyState> imported(AuthTx tx, List<PasskeyState> all) {
        if (all.isEmpty() || !tx.legacy().isMapped()) {
            return List.of();
        }
        Set<String> known = tx.legacy()
                .byKeys(all.stream().map(PasskeyState::passkeyId).toList())
                .keySet();
        return all.stream()
                .filter(passkey -> known.contains(passkey.passkeyId()))
                .toList();
    }

    /** Takes all factors away; links to other sites are first factors and stay. */
    public static void erase(FlowContext context, AuthTx tx, UserId user, Instant now) {
        FactorStore factors = tx.factors();
        factors.totps().removeAll(user);
        factors.passkeys().removeAll(user);
        factors.recoveryCodes().endAll(user, now);
        forgetBrowsers(context, tx, user, now);
    }

    /** Calls an administrator's reset off that waits. @return false when none does */
    public static boolean callOffReset(FlowContext context, AuthTx tx, UserId user, String how, Instant now) {
        return callOffReset(context, tx, new AuthEvent.FactorsChanged(now, user, "reset called off " + how));
    }

    /** The same. @param event what listeners are told where one waits */
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
