package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.throttle.RateLimit;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides to which addresses of the host a browser may return after a sign-in with another site, which providers there
 * are, and how often a network may ask.
 */
final class SocialSites {

    private static final int LONGEST_RETURN = 500;
    private static final String UNKNOWN = "unknown";

    private final FlowContext context;
    private final @Nullable SocialSettings settings;

    /** @param settings null where the host serves none */
    SocialSites(FlowContext context, @Nullable SocialSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** The settings, where the host serves sign-in with other sites and its store has the rows for it. */
    SocialSettings settings() {
        SocialSettings set = settings;
        if (set == null || set.providers().isEmpty() || !context.store().<Boolean>read(SocialSites::isMapped)) {
            throw SocialRefusedException.of(Refusal.SOCIAL_LOGIN_OFF);
        }
        return set;
    }

    private static boolean isMapped(AuthTx tx) {
        return tx.socials().isMapped() && tx.factors().challenges().isMapped();
    }

    SocialProvider provider(String name) {
        return settings().provider(name).orElseThrow(() -> SocialRefusedException.of(Refusal.UNKNOWN_PROVIDER));
    }

    boolean opensAccounts() {
        SocialSettings set = settings;
        return set != null && set.signUp() && !set.providers().isEmpty();
    }

    ServedProviders served() {
        return SocialRows.served(settings);
    }

    List<String> names() {
        SocialSettings set = settings;
        return set == null
                ? List.of()
                : set.providers().stream().map(SocialProvider::name).toList();
    }

    /** The provider, once the network's permit is taken: trying names costs no more than that. */
    SocialProvider admit(String provider, @Nullable String address, Instant now) {
        settings();
        limit(address, now);
        return provider(provider);
    }

    /** A provider's name for events: what a client sent is repeated only where it is one of ours. */
    String known(String provider) {
        return names().contains(provider) ? provider : UNKNOWN;
    }

    /** Takes the network's permit. */
    void limit(@Nullable String address, Instant now) {
        Optional<Instant> retryAt =
                context.limiters().requests().refusal(PermitRequest.of(RateLimit.SOCIAL_LOGIN_IP, address), now);
        if (retryAt.isPresent()) {
            throw SocialRefusedException.throttled(retryAt.get());
        }
    }

    /** Where a browser goes afterwards: exactly of one of the host's origins. */
    String returnAddress(@Nullable String wanted) {
        List<String> origins = settings().returnOrigins();
        if (wanted == null && !origins.isEmpty()) {
            return origins.get(0) + "/";
        }
        if (wanted == null || wanted.length() > LONGEST_RETURN || !isOfOrigin(wanted, origins)) {
            throw SocialRefusedException.of(Refusal.INVALID_RETURN_TO);
        }
        return wanted;
    }

    private static boolean isOfOrigin(String wanted, List<String> origins) {
        try {
            URI uri = new URI(wanted);
            return uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && origins.contains(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false; // what is no address is none of ours
        }
    }
}
