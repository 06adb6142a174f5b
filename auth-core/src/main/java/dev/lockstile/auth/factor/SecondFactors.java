package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * The second factors of whoever calls. Adding and removing one needs a proof that is at most as old as the settings say, and of
 * the second factor where there is one, so that a stolen access token and a password together change nothing (NIST SP
 * 800-63B-4 4.1.2.1). A change ends the account's other sessions and trusted browsers, and its owner is told. Each is a
 * transaction of its own.
 */
public interface SecondFactors {

    /** What the host has turned on, and has tables for. */
    ServedFactors served();

    /** By what the caller's account signs in. */
    FactorResult<FactorsView> view(Caller caller);

    /** Begins to add an authenticator application, in the place of one that was begun and not confirmed. */
    FactorResult<TotpEnrolment> beginTotp(Caller caller);

    /**
     * Makes it count, with a first code of it; five attempts. The session goes on as one of two factors.
     *
     * @return recovery codes where none were left, to be shown once; else an empty list
     */
    FactorResult<List<Secret>> confirmTotp(Caller caller, String enrolmentId, Secret code);

    /** Removes the authenticator application; recovery codes go with the last second factor. */
    FactorResult<Boolean> removeTotp(Caller caller);

    /** Makes recovery codes in the place of those there are; to be shown once. */
    FactorResult<List<Secret>> renewRecoveryCodes(Caller caller);

    /** How many recovery codes are left, and when they were made. */
    FactorResult<RecoveryCodeSet> recoveryCodes(Caller caller);

    /** The browsers that need not show the second factor. */
    FactorResult<List<TrustedBrowserState>> browsers(Caller caller);

    /** Trusts one browser no more. */
    FactorResult<Boolean> forgetBrowser(Caller caller, String browserId);

    /** Trusts no browser any more. @return how many there were */
    FactorResult<Integer> forgetBrowsers(Caller caller);

    /** By what the caller may prove again who they are: what a client offers on {@code step_up_required}. */
    List<String> stepUpMethods(Caller caller);
}
