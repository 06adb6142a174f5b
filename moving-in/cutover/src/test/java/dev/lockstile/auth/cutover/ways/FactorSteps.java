package dev.lockstile.auth.cutover.ways;

import static dev.lockstile.auth.imports.support.MigrationFixture.WEB;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
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
