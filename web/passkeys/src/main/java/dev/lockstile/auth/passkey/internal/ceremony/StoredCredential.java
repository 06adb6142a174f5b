package dev.lockstile.auth.passkey.internal.ceremony;

/** What is stored of a passkey and needed to verify a sign-in with it. */
public record StoredCredential(
        CredentialBytes id,
        CredentialBytes publicKey,
        CredentialBytes userHandle,
        long signCount,
        boolean backupEligible) {

    /** False for one of another system, which noted neither the handle nor, maybe, the mark of a backup. */
    public boolean isRegisteredHere() {
        return userHandle.length() > 0;
    }
}
