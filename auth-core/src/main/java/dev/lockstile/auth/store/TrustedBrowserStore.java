package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;

/** Trusted browsers in a transaction. */
public interface TrustedBrowserStore {

    /** True when the host keeps them at all. */
    boolean isKept();

    void insert(UserId user, TrustedBrowserState browser, String tokenDigest);

    /** Notes a use, if the browser is that user's, not ended and in time: one conditional update. */
    boolean use(UserId user, String tokenDigest, Instant now);

    /** Those that are neither ended nor over, the latest used first. */
    List<TrustedBrowserState> live(UserId user, Instant now);

    /** Ends one of that user. @return false when it is not there or has ended */
    boolean end(UserId user, String browserId, Instant now);

    /** Ends all of that user. @return how many there were */
    int endAll(UserId user, Instant now);
}
