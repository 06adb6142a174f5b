package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables and columns by whose names an old system keeps second factors: an import brings those along or locks the
 * account.
 */
final class FactorMarks {

    private static final String WORDS =
            "mfa|2fa|twofactor|twostep|secondfactor|totp|otpsecret|otprequired|authenticator|recoverycode|backupcode";
    private static final String PASSKEY_WORDS = "webauthn|passkey|securitykey|mfaauthenticator|fido|u2f";

    /** Tables of ASP.NET Core Identity, Keycloak, WordPress and django-otp, whose names say less. */
    private static final Pattern TABLES = Pattern.compile(".*(" + WORDS + "|" + PASSKEY_WORDS
            + ").*|aspnetusertokens|credential|.*usermeta|otp(static|totp|hotp|email|twilio|yubikey).*|.*phonedevice");

    private static final Pattern COLUMNS = Pattern.compile(".*(" + WORDS + "|" + PASSKEY_WORDS + ").*");

    /** Auth.js and Keycloak keep passkeys in tables whose names do not say so. */
    private static final Pattern PASSKEYS = Pattern.compile(".*(" + PASSKEY_WORDS + ").*|authenticators?|credentials?");

    private FactorMarks() {}

    /** The tables, and columns of the users, that tell of second factors. */
    static List<String> of(Shape shape, TableShape user) {
        return Stream.concat(
                        shape.tables().keySet().stream().filter(name -> isFactor(name, TABLES)),
                        user.columns().stream()
                                .map(ColumnShape::name)
                                .filter(name -> isFactor(name, COLUMNS))
                                .map(name -> user.name() + "." + name))
                .toList();
    }

    /** Whether one of these tells of passkeys. */
    static boolean tellPasskeys(List<String> marks) {
        return marks.stream().anyMatch(mark -> isFactor(mark, PASSKEYS));
    }

    private static boolean isFactor(String name, Pattern words) {
        return words.matcher(NameWords.joined(name)).matches();
    }
}
