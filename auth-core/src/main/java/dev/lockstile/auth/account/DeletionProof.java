package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;

/** Shows that it is the person, and not somebody with a stolen token, who wants the account deleted (ASVS 7.5.1). */
public sealed interface DeletionProof {

    /**
     * The account's password.
     *
     * @param password as typed; compared with the stored hash
     */
    record Password(Secret password) implements DeletionProof {}

    /**
     * A code as it is sent to prove again who one is, to an address or number the account has proven.
     *
     * @param challengeId names the code
     * @param code as typed
     */
    record Code(String challengeId, Secret code) implements DeletionProof {}
}
