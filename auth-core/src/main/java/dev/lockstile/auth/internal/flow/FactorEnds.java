package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import java.time.Instant;

/** What other changes of an account do to its second factors. Where the host keeps none, no work is done. */
public final class FactorEnds {

    private FactorEnds() {}

    /** Takes all factors away, in the transaction in which somebody proves an address: a stranger may have set them before. */
    public static void erase(AuthTx tx, UserId user, Instant now) {
        FactorStore factors = tx.factors();
        factors.totps().removeAll(user);
        factors.recoveryCodes().endAll(user, now);
        factors.browsers().endAll(user, now);
        factors.challenges().endAll(user, now);
    }

    /** Trusts no browser any more: the password is another one, or the account was closed. */
    public static void forgetBrowsers(AuthTx tx, UserId user, Instant now) {
        tx.factors().browsers().endAll(user, now);
    }
}
