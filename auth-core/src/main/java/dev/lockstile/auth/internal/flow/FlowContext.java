package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.internal.message.MessageSender;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every flow has at hand. */
public record FlowContext(
        AuthStore store,
        FlowSettings settings,
        Clock clock,
        Randomness randomness,
        Digests digests,
        IdentifierRules identifiers,
        Passwords passwords,
        MessageSender sender,
        EventPublisher events,
        RateLimiters limiters,
        Hooks hooks,
        AccountLookup accounts,
        SessionRevocation sessionEnds,
        Features features,
        NoticeLinks noticeLinks) {

    /** The one time of a flow, as exact as every database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** True while the caller's last proof is fresh enough for a sensitive step (ASVS 7.5.1). */
    public boolean isRecent(Caller caller, Instant now) {
        return !caller.isApiKey() && caller.actor().isEmpty() && isRecent(caller.authTime(), now);
    }

    /** Whether a proof of that time counts as recent. */
    public boolean isRecent(Instant proven, Instant now) {
        return !proven.isBefore(now.minus(settings.sessions().reauthWindow()));
    }

    /** The same where the caller's account is at hand: one with a second factor has shown two in this session. */
    public boolean isRecent(Caller caller, StoredUser user, Instant now) {
        return isRecent(caller, now) && (!user.hasSecondFactor() || caller.showedTwoFactors());
    }
}
