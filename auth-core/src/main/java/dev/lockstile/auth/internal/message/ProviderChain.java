package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.throttle.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way out of one channel: its providers in the host's order. A provider that fails hands the message on to the next
 * at once; one whose {@linkplain CircuitBreaker breaker} is open is passed over. A refusal that lies in the message is
 * final with the first who says it: another provider must not send to a country that the first one blocks.
 */
final class ProviderChain {

    private static final String NONE = "none";

    private final Channel channel;
    private final List<Provider> providers;
    private final SendTimeouts sends;
    private final Clock clock;

    /** @param limit of a whole try, shared among the providers */
    ProviderChain(Channel channel, List<Provider> providers, Duration limit, Clock clock) {
        this.channel = channel;
        this.providers = List.copyOf(providers);
        this.sends = new SendTimeouts(limit.dividedBy(Math.max(1, providers.size())));
        this.clock = clock;
    }

    Channel channel() {
        return channel;
    }

    /** The providers' names, as they are logged for a message that none of them took. */
    String names() {
        return providers.isEmpty()
                ? NONE
                : providers.stream().map(Provider::name).collect(Collectors.joining(", "));
    }

    /** True when there is no use in waiting for a provider: there is none, and messages are to fail at once. */
    boolean leadsNowhere() {
        return providers.isEmpty();
    }

    /** The first provider that may be tried now; to be {@linkplain #release released} when it is not. */
    Optional<Provider> admitted() {
        return providers.stream()
                .filter(provider -> provider.breaker().admits(clock.instant()))
                .findFirst();
    }

    void release(Provider admitted) {
        admitted.breaker().release(clock.instant());
    }

    /**
     * Sends.
     *
     * @return the provider that took it
     * @throws FailedSend when none did, with what each of them said
     */
    Provider send(OutboxMessage message, RenderedMessage words, @Nullable Provider first) throws FailedSend {
        if (first == null) {
            throw FailedSend.permanent(
                    channel == Channel.SMS ? "no SMS sender is configured" : "no e-mail sender is configured");
        }
        SendFailures failures = new SendFailures();
        for (int i = providers.indexOf(first); i < providers.size(); i++) {
            Provider provider = providers.get(i);
            if ((provider.equals(first) || provider.breaker().admits(clock.instant()))
                    && succeeds(provider, message, words, failures)) {
                return provider;
            }
        }
        throw failures.summary(providers.size() > 1);
    }

    /** Takes no more sends; those in hand go on. */
    void close() {
        sends.close();
    }

    private boolean succeeds(Provider provider, OutboxMessage message, RenderedMessage words, SendFailures failures)
            throws FailedSend {
        try {
            sends.run(() -> {
                provider.exit().send(message, words);
                return null;
            });
            provider.breaker().succeeded();
            return true;
        } catch (FailedSend failure) {
            if (!failure.retryable()) {
                provider.breaker().succeeded(); // it works: it has looked at the message and said no
                throw failure;
            }
            failed(provider.breaker(), failure);
            failures.add(provider, failure);
            return false;
        }
    }

    private void failed(CircuitBreaker breaker, FailedSend failure) {
        if (failure.fault() == FailedSend.Fault.PROVIDER) {
            breaker.broken(failure.retryAfter(), clock.instant());
        } else {
            breaker.failed(failure.retryAfter(), clock.instant());
        }
    }
}
