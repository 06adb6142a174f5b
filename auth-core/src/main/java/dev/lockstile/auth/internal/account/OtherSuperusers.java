package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/** Tells whether a superuser may go because another one stays. */
final class OtherSuperusers {

    private OtherSuperusers() {}

    /**
     * True where another superuser stays until the transaction ends. Holds the rows of the user and of one other
     * superuser, the smaller key first: of two who go at once the second one finds the first one gone, and neither
     * waits for the other.
     */
    static boolean stay(AuthTx tx, UserId user, Instant now) {
        boolean held = false;
        boolean another = false;
        for (UserId superuser : tx.users().superusers(now)) {
            if (superuser.equals(user)) {
                held = tx.users().lock(superuser, now);
            } else if (!another) {
                another = tx.users().lock(superuser, now);
            }
            if (held && another) {
                return true;
            }
        }
        return another;
    }
}
