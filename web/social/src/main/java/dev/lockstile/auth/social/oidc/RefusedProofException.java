package dev.lockstile.auth.social.oidc;

/** A proof that is not believed; the message is the reason for the log and quotes nothing of the proof. */
final class RefusedProofException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedProofException(String reason) {
        super(reason, null, false, false);
    }

    static void unless(boolean holds, String reason) throws RefusedProofException {
        if (!holds) {
            throw new RefusedProofException(reason);
        }
    }
}
