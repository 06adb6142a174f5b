package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;

/**
 * The account of an administrator that is to be opened.
 *
 * @param email as typed; counts as proven
 * @param password in clear; has to pass the policy
 * @param rank what the account may do
 */
public record NewAdmin(String email, Secret password, Rank rank) {

    /** What the account may do. */
    public enum Rank {
        /** Works for the host. */
        STAFF,
        /** May do everything, opening accounts of administrators included. */
        SUPERUSER
    }

    @Override
    public String toString() {
        return "NewAdmin[" + rank + "]";
    }
}
