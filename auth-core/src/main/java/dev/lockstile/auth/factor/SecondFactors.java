package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * The caller's second factors. Adding and removing one needs a proof that is at most as old as the settings
 * say, and of the second factor where there is one, so that a stolen access token and a password together change
 * nothing (NIST SP 800-63B-4 4.1.2.1). A change ends the account's other sessions and trusted browsers, and its owner
 * is told. Each is a transaction of its own.
 */
public interface SecondFactors {

    /** {@return what the host has turned on, and has tables for} */
    Served served();

    /**
     * {@return the methods by which the caller's account signs in, or why it is not shown}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<View> view(Caller caller);

    /**
     * Begins to add an authenticator application, in the place of one that was begun and not confirmed.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the secret to be entered in the application, or why there is none
     */
    Outcome<TotpEnrolment> beginTotp(Caller caller);

    /**
     * Makes it count, with a first code of it; five attempts. The session goes on as one of two factors.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param enrolmentId as {@link TotpEnrolment#enrolmentId()} says
     * @param code six ASCII digits, as the application shows them
     * @return recovery codes where none were left, to be shown once; else an empty list
     */
    Outcome<List<Secret>> confirmTotp(Caller caller, String enrolmentId, Secret code);

    /**
     * Removes the authenticator application; recovery codes go with the last second factor.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return true when it is gone, or why it stays
     */
    Outcome<Boolean> removeTotp(Caller caller);

    /**
     * Makes recovery codes in the place of those there are; to be shown once.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the codes in clear, which are stored as digests only, or why there are none
     */
    Outcome<List<Secret>> renewRecoveryCodes(Caller caller);

    /**
     * {@return how many recovery codes are left, and when they were made; {@link Refusal#NOT_FOUND} where
     * none were}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<RecoveryCodeSet> recoveryCodes(Caller caller);

    /**
     * {@return the browsers that need not show the second factor now, or why they are not shown}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<TrustedBrowserState>> browsers(Caller caller);

    /**
     * Trusts one browser no more.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param browserId as {@link TrustedBrowserState#browserId()} says
     * @return true when it is trusted no more; {@link Refusal#NOT_FOUND} where it was not
     */
    Outcome<Boolean> forgetBrowser(Caller caller, String browserId);

    /**
     * Trusts no browser any more.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return how many there were, or why nothing was changed
     */
    Outcome<Integer> forgetBrowsers(Caller caller);

    /**
     * {@return the methods by which the caller may prove again who they are: codes such as {@code password}, {@code
     * code} or {@code
     * totp}, which a client offers on {@code step_up_required}; empty when the session is over}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    List<String> stepUpMethods(Caller caller);

    /**
     * What a host serves of second factors besides passkeys ({@link PasskeyLogin#isServed}): what a page or an
     * application need not offer where it is off.
     *
     * @param totp whether people may add an authenticator application
     * @param recoveryCodes whether people who have a second factor may make recovery codes
     * @param trustedBrowsers whether a browser may leave the second factor out for a while
     */
    record Served(boolean totp, boolean recoveryCodes, boolean trustedBrowsers) {}

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
    record View(
            boolean password,
            boolean totp,
            int passkeys,
            int recoveryCodesLeft,
            List<String> social,
            int trustedBrowsers) {

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
        public View {
            social = List.copyOf(social);
        }
    }

    /**
     * An authenticator application that is to be confirmed within ten minutes, by the session that asked. It is no
     * factor before that, and its secret is never told again.
     *
     * @param enrolmentId to be sent with the first code
     * @param secret 160 random bits in base32, to be typed
     * @param uri the same as an {@code otpauth} URI, to be shown as a QR code
     */
    record TotpEnrolment(String enrolmentId, Secret secret, Secret uri) {}
}
