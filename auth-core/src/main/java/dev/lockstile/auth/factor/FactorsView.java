package dev.lockstile.auth.factor;

import java.util.List;

/**
 * By what an account signs in.
 *
 * @param social the names of the sites whose accounts are linked
 */
public record FactorsView(
        boolean password, boolean totp, int passkeys, int recoveryCodesLeft, List<String> social, int trustedBrowsers) {

    public FactorsView {
        social = List.copyOf(social);
    }
}
