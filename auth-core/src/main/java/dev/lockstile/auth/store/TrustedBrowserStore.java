package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;

/** Trusted browsers in a transaction. */
public interface TrustedBrowserStore {

    /** {@return true when the host keeps them at all} */
    boolean isMapped();

    /**
     * Adds a browser.
     *
     * @param user whose browser
     * @param browser to be trusted
     * @param tokenDigest of what its cookie holds
     */
    void insert(UserId user, TrustedBrowserState browser, String tokenDigest);

    /**
     * Notes a use, if the browser is that user's, not ended and in time: one conditional update.
     *
     * @param user whose browser
     * @param tokenDigest of what its cookie holds
     * @param now the time of the flow
     * @return false when it is not that user's, ended or over
     */
    boolean use(UserId user, String tokenDigest, Instant now);

    /**
     * {@return the browsers that are neither ended nor over, the latest used first}
     *
     * @param user whose browser
     * @param now the time of the flow
     */
    List<TrustedBrowserState> live(UserId user, Instant now);

    /**
     * Ends the trust in one browser of that user.
     *
     * @param user whose browser
     * @param browserId as {@link TrustedBrowserState#browserId()} says
     * @param now the time of the flow
     * @return false when it is not there or has ended
     */
    boolean end(UserId user, String browserId, Instant now);

    /**
     * Ends the trust in all browsers of that user.
     *
     * @param user whose browser
     * @param now the time of the flow
     * @return how many there were
     */
    int endAll(UserId user, Instant now);
}
