package dev.lockstile.auth.imports.internal.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes tables in which applications store second factors beside the rows of people. Tables named for passkeys are
 * not among them: a passkey that replaces the password demands no second factor.
 */
public final class FactorTableNames {

    private static final Pattern FACTORS =
            Pattern.compile(".*(mfa|2fa|twofa|two(factor|step)|multifactor|secondfactor|totp|u2f|webauthn|securitykey"
                    + "|authenticatorapp|yubikey|otp(device|secret|key)|(recovery|backup)code).*");
    private static final Pattern OTHERS = Pattern.compile(
            ".*(challenge|attempt|log|event|audit|session|claim|setting|config|history|trusted|remember|migration).*");

    /** Columns that mark a table of this library's factors. */
    private static final Set<String> OURS = Set.of("enrolment_id", "passkey_id", "code_digest", "browser_id");

    private FactorTableNames() {}

    /**
     * {@return true for a table that seems by its name to hold second factors of people}
     *
     * @param table its name, in any letter case
     */
    public static boolean isName(String table) {
        String name = FactorColumns.bare(table);
        return FACTORS.matcher(name).matches() && !OTHERS.matcher(name).matches();
    }

    /**
     * {@return true for a table of this library's own entities}
     *
     * @param columns of the table
     */
    public static boolean isOfHost(List<String> columns) {
        return columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).anyMatch(OURS::contains);
    }
}
