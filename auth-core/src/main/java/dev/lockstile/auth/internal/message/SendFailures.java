package dev.lockstile.auth.internal.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the providers of a channel said to one message, in the order in which they were asked. */
final class SendFailures {

    private final List<String> reasons = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    void add(Provider provider, FailedSend failure) {
        reasons.add(failure.reason());
        named.add(provider.name() + ": " + failure.reason());
        waits.add(failure.retryAfter());
    }

    /** One failure for all: the next try waits for the provider that is back soonest. */
    FailedSend summary(boolean withNames) {
        Duration soonest = waits.stream().min(Duration::compareTo).orElse(Duration.ZERO);
        return FailedSend.of(String.join("; ", withNames ? named : reasons), FailedSend.Fault.TEMPORARY, soonest);
    }
}
