package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserId;

/** What the host's own administration does. The host decides who may call it; no endpoint does. */
public interface AccountAdministration {

    /** Disables an account and ends its sessions in one transaction. @return false when there is no such user */
    boolean disable(UserId user);

    /** Enables a disabled account; its old sessions stay ended. @return false when there is no such user */
    boolean enable(UserId user);

    /**
     * Marks an account as deleted, frees its identifiers and ends its sessions and codes.
     *
     * @return false when there is no such user or a hook is against it; then nothing has changed, and a transaction of
     *     the host that was joined is marked for rollback
     */
    boolean delete(UserId user);

    /**
     * Takes back a deletion: the account, its profiles and devices are there again, and it owns again the e-mail address
     * and phone that it had proven, and its user name. Sessions and codes stay ended, and the password is the old one.
     *
     * @return false when there is no such deleted user, or somebody else owns one of the identifiers by now; then nothing
     *     has changed, and a transaction of the host that was joined is marked for rollback
     */
    boolean restore(UserId user);

    /** Ends all sessions and codes of a user, whose account stays as it is. @return false when there is no such user */
    boolean endSessions(UserId user);
}
