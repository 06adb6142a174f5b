package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;

/** Trusted browsers, read and written in the transaction of an {@link AuthTx}. */
public interface TrustedBrowserStore {

    /** {@return true when the store has a table for trusted browsers} */
    boolean isMapped();

    /**
     * Adds a browser.
     *
     * @param user the user who trusts the browser
     * @param browser the values of the row
     * @param tokenDigest digest of the token in the browser's cookie
     */
    void insert(UserId user, TrustedBrowserState browser, String tokenDigest);

    /**
     * Notes a sign-in without the second factor, with one conditional update.
     *
     * @param user the user who trusts the browser
     * @param tokenDigest digest of the token in the browser's cookie
     * @param now the time at which the flow began
     * @return false when the browser is not trusted by this user, or the trust was revoked or has expired
     */
    boolean use(UserId user, String tokenDigest, Instant now);

    /**
     * {@return the browsers whose trust was not revoked and has not expired, the last used first}
     *
     * @param user the user who trusts the browsers
     * @param now the time at which the flow began
     */
    List<TrustedBrowserState> live(UserId user, Instant now);

    /**
     * Revokes the trust of a user in one browser.
     *
     * @param user the user who trusts the browser
     * @param browserId id as in {@link TrustedBrowserState#browserId()}
     * @param now the time at which the flow began
     * @return false when the user has no such browser, or the trust was revoked before
     */
    boolean end(UserId user, String browserId, Instant now);

    /**
     * Revokes the trust of a user in all browsers.
     *
     * @param user the user who trusts the browsers
     * @param now the time at which the flow began
     * @return the number of browsers whose trust this call revoked
     */
    int endAll(UserId user, Instant now);
}
