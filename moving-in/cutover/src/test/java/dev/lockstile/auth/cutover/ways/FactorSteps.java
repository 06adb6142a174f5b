package dev.lockstile.auth.cutover.ways;

import static dev.lockstile.auth.imports.support.MigrationFixture.WEB;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.SignIn;

/** The step after a password that a second factor follows; each answers what is wrong, or nothing. */
final class FactorSteps {

    private static final String ANY_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private FactorSteps() {}

    /** The application of that secret opens the account, and a wrong code does not. */
    static String totp(MovedPeople moved, Outcome<SignIn> result, String secret) {
        return enters(moved, result, new FactorProof.Totp(Secret.of("000000")))
                ? "in with a wrong code"
                : enters(moved, result, new FactorProof.Totp(Secret.of(code(moved, secret))))
                        ? ""
                        : "not in with the code: " + result;
    }

    /**
     * The passkey follows the password, and opens the account alone too; that of another authenticator does neither.
     */
    static String passkey(MovedPeople moved, Outcome<SignIn> result) {
        if (!(result instanceof Outcome.SecondFactorRequired<SignIn> held)) {
            return "no passkey is asked for: " + result;
        }
        SoftwareAuthenticator key = Keys.PASSKEY.authenticator();
        return follows(moved, held, key.impostor())
                ? "in with another passkey"
                : !follows(moved, held, key) ? "not in with the passkey" : alone(moved, key);
    }

    private static boolean follows(
            MovedPeople moved, Outcome.SecondFactorRequired<SignIn> held, SoftwareAuthenticator key) {
        Outcome<PasskeyCeremony> begun =
                moved.auth.passkeyLogin().beginSecondFactor(held.challenge().id());
        return begun instanceof Outcome.Done<PasskeyCeremony> ceremony
                && enters(moved, held, shown(ceremony.value(), key));
    }

    private static String alone(MovedPeople moved, SoftwareAuthenticator key) {
        PasskeyCeremony ceremony = moved.auth.passkeyLogin().begin("192.0.2.7").orElseThrow();
        Outcome<SignIn> result = moved.auth.passkeyLogin().finish(new PasskeyLogin.Attempt(shown(ceremony, key), WEB));
        return result instanceof Outcome.Done<SignIn> ? "" : "not in with the passkey alone: " + result;
    }

    private static FactorProof.Passkey shown(PasskeyCeremony ceremony, SoftwareAuthenticator key) {
        return new FactorProof.Passkey(ceremony.id(), key.get(ceremony));
    }

    /** The recovery code opens the account once. */
    static String recovery(MovedPeople moved, Outcome<SignIn> result, String code) {
        FactorProof proof = new FactorProof.RecoveryCode(Secret.of(code));
        return !enters(moved, result, proof)
                ? "not in with the recovery code: " + result
                : enters(moved, result, proof) ? "in with a used recovery code" : "";
    }

    /** A factor is asked for that does not open the account. */
    static String locked(MovedPeople moved, Outcome<SignIn> result) {
        return !(result instanceof Outcome.SecondFactorRequired<SignIn>)
                ? "no factor is asked for: " + result
                : enters(moved, result, new FactorProof.Totp(Secret.of(code(moved, ANY_SECRET)))) ? "not locked" : "";
    }

    private static String code(MovedPeople moved, String secret) {
        return TotpGenerator.of(secret, moved.app.clock).code();
    }

    private static boolean enters(MovedPeople moved, Outcome<SignIn> result, FactorProof proof) {
        return result instanceof Outcome.SecondFactorRequired<SignIn> held
                && moved.auth
                                .secondFactorLogin()
                                .finish(new SecondFactorLogin.Attempt(
                                        held.challenge().id(), proof, WEB, false))
                        instanceof Outcome.Done<SignIn>;
    }
}
