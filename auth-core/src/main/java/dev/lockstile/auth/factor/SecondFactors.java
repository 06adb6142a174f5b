package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * The caller's second factors. Adding and removing one requires a recent authentication, with the second factor where
 * there is one, so that a stolen access token and password do not suffice (NIST SP 800-63B-4 4.1.2.1). A change ends
 * the account's other sessions and trusted browsers, and the owner receives a notice. Each call is a transaction of its
 * own.
 */
public interface SecondFactors {

    /** {@return the kinds of second factors that the host has switched on and has tables for} */
    Served served();

    /**
     * {@return the authentication methods of the caller's account, or the refusal}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<View> view(Caller caller);

    /**
     * Starts the enrolment of an authenticator application, which replaces an unconfirmed one.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the secret to be entered in the application, or the refusal
     */
    Outcome<TotpEnrolment> beginTotp(Caller caller);

    /**
     * Confirms the application with its first code; five attempts. The session then counts as authenticated with two
     * factors.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param enrolmentId from {@link TotpEnrolment#enrolmentId()}
     * @param code six ASCII digits, as the application displays them
     * @return new recovery codes, to be shown once, where none were left; else an empty list
     */
    Outcome<List<Secret>> confirmTotp(Caller caller, String enrolmentId, Secret code);

    /**
     * Removes the authenticator application. With the last second factor the recovery codes are removed too.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return true when it was removed, or the refusal
     */
    Outcome<Boolean> removeTotp(Caller caller);

    /**
     * Generates recovery codes, which replace the existing ones; to be shown once.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the codes in plain text, which are stored as digests only; or the refusal
     */
    Outcome<List<Secret>> renewRecoveryCodes(Caller caller);

    /**
     * {@return how many recovery codes are left and when they were generated; {@link Refusal#NOT_FOUND} where none
     * were}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<RecoveryCodeSet> recoveryCodes(Caller caller);

    /**
     * {@return the trusted browsers, which need no second factor now; or the refusal}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<TrustedBrowserState>> browsers(Caller caller);

    /**
     * Revokes the trust in one browser.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param browserId from {@link TrustedBrowserState#browserId()}
     * @return true when the trust was revoked; {@link Refusal#NOT_FOUND} where the browser was not trusted
     */
    Outcome<Boolean> forgetBrowser(Caller caller, String browserId);

    /**
     * Revokes the trust in all browsers.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return how many there were, or the refusal
     */
    Outcome<Integer> forgetBrowsers(Caller caller);

    /**
     * {@return the methods by which the caller can authenticate again: names such as {@code password}, {@code code} or
     * {@code totp}, which a client offers after {@code step_up_required}; empty when the session has ended}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    List<String> stepUpMethods(Caller caller);

    /**
     * The kinds of second factors that the host offers besides passkeys ({@link PasskeyLogin#isServed}), for pages and
     * applications.
     *
     * @param totp whether users can add an authenticator application
     * @param recoveryCodes whether users with a second factor can generate recovery codes
     * @param trustedBrowsers whether users can trust a browser
     */
    record Served(boolean totp, boolean recoveryCodes, boolean trustedBrowsers) {}

    /**
     * The authentication methods of an account.
     *
     * @param password whether the account has one
     * @param totp whether the account has a confirmed authenticator application
     * @param passkeys number of passkeys
     * @param recoveryCodesLeft number of unused recovery codes; 0 also where none were generated
     * @param social the names of the sites whose accounts are linked
     * @param trustedBrowsers number of browsers that need no second factor now
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
         * @param password whether the account has one
         * @param totp whether the account has a confirmed authenticator application
         * @param passkeys number of passkeys
         * @param recoveryCodesLeft number of unused recovery codes; 0 also where none were generated
         * @param social the names of the sites whose accounts are linked
         * @param trustedBrowsers number of browsers that need no second factor now
         */
        public View {
            social = List.copyOf(social);
        }
    }

    /**
     * An authenticator application to be confirmed within ten minutes, by the session that started the enrolment. It is
     * not a factor before that, and its secret is not returned again.
     *
     * @param enrolmentId sent with the first code
     * @param secret 160 random bits in base32, to be typed
     * @param uri the secret as an {@code otpauth} URI, for a QR code
     */
    record TotpEnrolment(String enrolmentId, Secret secret, Secret uri) {}
}
