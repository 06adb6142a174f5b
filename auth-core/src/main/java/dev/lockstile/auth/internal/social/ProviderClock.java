package dev.lockstile.auth.internal.social;

import java.time.Duration;

/** What is believed of the clocks of providers. */
final class ProviderClock {

    /** By so much a provider's clock may differ from ours. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private ProviderClock() {}
}
