package dev.lockstile.auth.imports.preset;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a project on django-allauth stored second factors.
 *
 * @param decrypting what its MFA adapter's {@code decrypt} does to a stored text; may throw for one that it cannot read, which
 *     locks the account
 * @param count its {@code MFA_RECOVERY_CODE_COUNT}
 * @param digits its {@code MFA_RECOVERY_CODE_DIGITS}
 * @param totpDigits its {@code MFA_TOTP_DIGITS}
 * @param totpPeriod its {@code MFA_TOTP_PERIOD}, in seconds
 */
public record AllauthCodes(UnaryOperator<String> decrypting, int count, int digits, int totpDigits, int totpPeriod) {

    /** Its own adapter, which encrypts nothing, and its usual settings. */
    public static final AllauthCodes STANDARD = new AllauthCodes(text -> text, 10, 8, 6, 30);

    /** The same with secrets that the project encrypted. */
    public AllauthCodes decryptedBy(UnaryOperator<String> decrypt) {
        return new AllauthCodes(decrypt, count, digits, totpDigits, totpPeriod);
    }

    FactorMapping mapping() {
        return (source, now) -> FactorTables.in(source)
                .find("mfa_authenticator", List.of("id", "user_id", "type", "data"))
                .map(table -> new AllauthFactors(source, table, this, now));
    }
}
