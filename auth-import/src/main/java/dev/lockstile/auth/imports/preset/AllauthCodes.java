package dev.lockstile.auth.imports.preset;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a project on django-allauth stored second factors.
 *
 * @param decrypting what its MFA adapter's {@code decrypt} does to a stored text; may throw for one that it cannot read, which
 *     locks the account
 * @param count its {@code MFA_RECOVERY_CODE_COUNT}
 * @param digits its {@code MFA_RECOVERY_CODE_DIGITS}
 * @param totpDigits its {@code MFA_TOTP_DIGITS}
 * @param totpPeriod its {@code MFA_TOTP_PERIOD}, in seconds
 * @param relyingParty the id under which its passkeys were made, where the host has the same; null to leave them
 */
public record AllauthCodes(
        UnaryOperator<String> decrypting,
        int count,
        int digits,
        int totpDigits,
        int totpPeriod,
        @Nullable String relyingParty) {

    /** Its own adapter, which encrypts nothing, and its usual settings. */
    public static final AllauthCodes STANDARD = new AllauthCodes(text -> text, 10, 8, 6, 30, null);

    /**
     * {@return the same with secrets that the project encrypted}
     *
     * @param decrypt what the MFA adapter's {@code decrypt} does to a stored text
     */
    public AllauthCodes decryptedBy(UnaryOperator<String> decrypt) {
        return new AllauthCodes(decrypt, count, digits, totpDigits, totpPeriod, relyingParty);
    }

    /**
     * {@return the same with the passkeys of that relying party id, which has to be the host's}
     *
     * @param rpId the id under which the passkeys were made
     */
    public AllauthCodes withPasskeysOf(String rpId) {
        return new AllauthCodes(decrypting, count, digits, totpDigits, totpPeriod, rpId);
    }

    FactorMapping mapping() {
        return (source, now) -> FactorTables.in(source)
                .find("mfa_authenticator", List.of("id", AllauthFactors.OWNER, "type", "data"), AllauthFactors.OWNER)
                .map(table -> new AllauthFactors(table, this, now));
    }
}
