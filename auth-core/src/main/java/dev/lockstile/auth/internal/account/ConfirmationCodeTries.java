package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** How often the code beside a link is compared. */
record ConfirmationCodeTries(RateLimiters limiters) {

    /** How many codes are looked at for one challenge and link. */
    private static final Rate CODES = Rate.perDay(5);
    /**
     * The same for all challenges of one link together: asking for many gives no more guesses. The registrant has
     * {@link #CODES} more.
     */
    private static final Rate CODES_OF_ALL = Rate.perDay(50);

    /**
     * Each challenge has tries of its own: a stranger who asked for one does not spend the registrant's.
     * Once strangers who asked for many have spent those of all, a client that shows the registration's secret has some
     * more.
     */
    boolean take(String link, EmailConfirmation.ByCode confirmation, BooleanSupplier byRegistrant, Instant now) {
        RequestLimiter requests = limiters.requests();
        return requests.take("CONFIRM_CODE", link + '|' + confirmation.challengeId(), CODES, now)
                && (requests.take("CONFIRM_CODE_ALL", link, CODES_OF_ALL, now)
                        || (byRegistrant.getAsBoolean() && requests.take("CONFIRM_CODE_REGISTRANT", link, CODES, now)));
    }
}
