package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.util.Optional;

/** What an account shows of itself in a session. */
final class AccountView {

    private AccountView() {}

    /** Empty when no profile is active, in which the account cannot act. */
    static Optional<AccountInfo> of(StoredSession session) {
        return ActiveProfile.resume(session.user().profiles(), session.state().profileRef())
                .map(active ->
                        new AccountInfo(session.user().info(), session.user().profiles(), active));
    }
}
