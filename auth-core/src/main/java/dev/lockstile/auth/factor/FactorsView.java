package dev.lockstile.auth.factor;

import java.util.List;

/**
 * By what an account signs in.
 *
 * @param password whether there is one
 * @param totp whether there is a confirmed authenticator application
 * @param passkeys how many there are
 * @param recoveryCodesLeft how many are not used; 0 also where none were made
 * @param social the names of the sites whose accounts are linked
 * @param trustedBrowsers how many need not show the second factor now
 */
public record FactorsView(
        boolean password, boolean totp, int passkeys, int recoveryCodesLeft, List<String> social, int trustedBrowsers) {

    /**
     * Copies the list.
     *
     * @param password whether there is one
     * @param totp whether there is a confirmed authenticator application
     * @param passkeys how many there are
     * @param recoveryCodesLeft how many are not used; 0 also where none were made
     * @param social the names of the sites whose accounts are linked
     * @param trustedBrowsers how many need not show the second factor now
     */
    public FactorsView {
        social = List.copyOf(social);
    }
}
