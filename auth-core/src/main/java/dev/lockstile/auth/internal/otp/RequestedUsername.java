package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/** The user name a person asked for at registration: taken with the proof of the address or number, if it is free. */
public final class RequestedUsername {

    private RequestedUsername() {}

    /** A name that another account has meanwhile stays a mere request and stops nothing. */
    public static void grant(AuthTx tx, IdentifierRules rules, UserInfo user, Instant now) {
        IdentifierState requested = user.identifiers().username();
        String value = requested.value();
        if (value == null || requested.owned() || requested.outdated()) {
            return;
        }
        rules.newUsername(value)
                .filter(name ->
                        tx.users().byKey(IdentifierKind.USERNAME, name.key()).isEmpty())
                .ifPresent(name -> tx.users().claim(user.id(), name, now));
    }
}
