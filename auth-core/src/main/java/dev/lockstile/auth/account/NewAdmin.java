package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;

/** The account of an administrator that is to be opened. */
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
