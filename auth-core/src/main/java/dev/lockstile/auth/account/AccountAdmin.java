package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserId;

/** What the host's own administration does. The host decides who may call it; no endpoint does. */
public interface AccountAdmin {

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
}
