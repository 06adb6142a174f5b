package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.util.stream.Stream;

/** What staff who open accounts do to those that were not entered yet. */
record InvitationChanges(AccountChanges changes) {

    /** Wants an account that has not been entered; the link is sent once this is written. */
    AccountChange sent() {
        return new AccountChange(
                "invitation_sent",
                AdminPermission.USERS_CREATE,
                AccountChange.On.ORDINARY,
                (tx, user, now) -> tx.users()
                        .byId(user)
                        .filter(found -> found.info().status().active() && isUnused(found))
                        .isPresent());
    }

    /**
     * Wants an account that was invited: any other is deleted by callers who may delete. The row of the account is
     * held, so that the use of the link comes before or after this.
     */
    AccountChange revoked() {
        return new AccountChange(
                "invitation_revoked",
                AdminPermission.USERS_CREATE,
                AccountChange.On.ORDINARY,
                (tx, user, now) -> tx.users()
                                .byId(user)
                                .filter(found -> isUnused(found) && isInvited(tx, found))
                                .isPresent()
                        && changes.askHost(tx, user, now)
                        && changes.endEverything(tx, user, EndReason.ACCOUNT_DELETED, now)
                        && tx.users().softDelete(user, now));
    }

    private static boolean isUnused(StoredUser found) {
        UserInfo info = found.info();
        return found.passwordHash() == null
                && !info.identifiers().anyVerified()
                && info.dates().lastLoginAt() == null
                && (info.email() != null || info.phone() != null);
    }

    private static boolean isInvited(AuthTx tx, StoredUser found) {
        return Stream.of(found.keys().email(), found.keys().phone())
                .flatMap(Stream::ofNullable)
                .flatMap(key -> tx.codes().latest(CodePurpose.INVITATION, key).stream())
                .anyMatch(
                        link -> found.info().id().equals(link.state().binding().user()));
    }
}
