package dev.lockstile.auth.store;

/** What is kept of an e-mail: the body has its secret parts blanked. */
public record EmailLogEntry(String to, String subject, String blankedBody) {

    @Override
    public String toString() {
        return "EmailLogEntry[]";
    }
}
