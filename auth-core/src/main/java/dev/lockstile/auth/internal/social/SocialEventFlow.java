package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what providers tell of accounts at them. Refused, before anything is written: a provider whose events the
 * host does not take, a network that sends too many, whatever the provider did not sign for us, and what is older than
 * a week; for so long the ids of tokens are kept, so that each counts once.
 */
public final class SocialEventFlow implements SocialEvents {

    private static final Duration OLDEST = Duration.ofDays(7);
    private static final int LONGEST_ID = 255;

    private final FlowContext context;
    private final @Nullable SocialSettings settings;
    private final SocialEventEffects effects;
    private final Digests.Use digests;
    private final OperationEvents operations;

    /** @param settings null where the host serves no sign-in with other sites */
    public SocialEventFlow(FlowContext context, @Nullable SocialSettings settings) {
        this.context = context;
        this.settings = settings;
        this.effects = new SocialEventEffects(context, new SocialSites(context, settings));
        this.digests = context.digests().use("social");
        this.operations = new OperationEvents(context);
    }

    @Override
    public List<String> providers(SocialEvent.Delivery delivery) {
        SocialSettings set = settings;
        return set == null
                ? List.of()
                : set.providers().stream()
                        .filter(provider -> provider.eventDeliveries().contains(delivery))
                        .map(SocialProvider::name)
                        .toList();
    }

    @Override
    public SocialEvents.Result receive(SocialEvents.Message message) {
        return operations.over(Operation.SOCIAL_EVENT, () -> received(message), SocialEventFlow::reason);
    }

    private static @Nullable String reason(SocialEvents.Result result) {
        return result instanceof SocialEvents.Result.Refused refused
                ? refused.why().code()
                : null;
    }

    private SocialEvents.Result received(SocialEvents.Message message) {
        Instant now = context.now();
        Optional<SocialProvider> provider = provider(message);
        if (provider.isEmpty() || !context.store().<Boolean>read(SocialEventFlow::isMapped)) {
            return refused(SocialEvents.Refusal.OFF);
        }
        PermitRequest permit = PermitRequest.of(RateLimit.SOCIAL_EVENT_IP, message.address());
        Optional<Instant> retryAt = context.limiters().requests().refusal(permit, now);
        if (retryAt.isPresent()) {
            return new SocialEvents.Result.Refused(SocialEvents.Refusal.THROTTLED, retryAt.get());
        }
        SocialEvents.Result result = verified(provider.get(), message, now);
        if (result instanceof SocialEvents.Result.Accepted accepted && !accepted.repeated()) {
            context.limiters().requests().release(permit, now); // a provider tells of all its people from few addresses
        }
        return result;
    }

    private SocialEvents.Result verified(SocialProvider provider, SocialEvents.Message message, Instant now) {
        try {
            return believed(provider, provider.verifyEvent(message.delivery(), message.token()), now);
        } catch (SocialUnavailableException e) {
            context.limiters().permits().keep(); // a provider that is down does not lift the limits
            return refused(SocialEvents.Refusal.UNAVAILABLE);
        }
    }

    private static boolean isMapped(AuthTx tx) {
        return tx.socials().isMapped() && tx.factors().challenges().isMapped();
    }

    private Optional<SocialProvider> provider(SocialEvents.Message message) {
        return Optional.ofNullable(settings)
                .flatMap(set -> set.provider(message.provider()))
                .filter(provider -> provider.eventDeliveries().contains(message.delivery()));
    }

    private SocialEvents.Result believed(SocialProvider provider, SocialProvider.EventVerdict verdict, Instant now) {
        if (verdict instanceof SocialProvider.EventVerdict.Refused refused) {
            return refused(refused.why());
        }
        SocialEvent event = ((SocialProvider.EventVerdict.Verified) verdict).event();
        Instant until = event.issuedAt().plus(OLDEST);
        boolean timely = now.isBefore(until)
                && !event.issuedAt().minus(ProviderClock.SKEW).isAfter(now);
        if (!timely || event.tokenId().isBlank() || event.tokenId().length() > LONGEST_ID) {
            return refused(SocialEvents.Refusal.INVALID_REQUEST);
        }
        String digest = digests.of("event", provider.name(), event.issuer(), event.tokenId());
        SocialTicket ticket = new SocialTicket.Token(digest, until.plus(ProviderClock.SKEW));
        try {
            return new SocialEvents.Result.Accepted(!context.store()
                    .<Boolean>alone(tx -> ticket.spend(tx, now) && effects.apply(tx, provider, event, now)));
        } catch (KeyTakenException e) {
            return new SocialEvents.Result.Accepted(true); // the same token, received at the same moment
        }
    }

    private static SocialEvents.Result refused(SocialEvents.Refusal why) {
        return new SocialEvents.Result.Refused(why, null);
    }
}
