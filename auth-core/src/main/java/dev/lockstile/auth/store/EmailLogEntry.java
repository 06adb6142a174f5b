package dev.lockstile.auth.store;

/**
 * What is kept of an e-mail: the body has its secret parts blanked.
 *
 * @param to the address in clear
 * @param subject as it was sent
 * @param blankedBody without codes and links
 */
public record EmailLogEntry(String to, String subject, String blankedBody) {

    @Override
    public String toString() {
        return "EmailLogEntry[]";
    }
}
