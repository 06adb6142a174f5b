package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/**
 * A database that fails at each transaction of an operation in turn, more often than any limit allows, and recovers:
 * the right proof is accepted then.
 */
abstract class OutageFixture extends FlowContract {

    private static final int REPEATS = 7;
    private static final Rate TIGHT = new Rate(2, Duration.ofMinutes(30));

    private OutageStore store;
    private int people;
    Auth node;

    @BeforeEach
    final void wire() {
        store = new OutageStore(fixture.store);
        fixture = new FlowFixture(store);
        node = tightNode(SecondFactorPolicy.nobody());
    }

    /** A node on which any limit is used up by two attempts. */
    final Auth tightNode(SecondFactorPolicy required) {
        return fixture.nodeWith(
                tight(FlowFixture.settings()),
                builder -> builder.passkeys(new BelievingPasskeys())
                        .secondFactors(SecondFactorSettings.optional().requiredOf(required)));
    }

    /** Settings by which any limit is used up by two attempts. */
    static AuthSettings tight(AuthSettings settings) {
        ThrottleSettings limits = ThrottleSettings.owasp()
                .withFailures(new FailureSettings(
                        1, 3, 10, Duration.ofSeconds(1), Duration.ofMinutes(20), Duration.ofMinutes(40)));
        for (RateLimit limit : RateLimit.values()) {
            limits = limits.with(limit, TIGHT);
        }
        return settings.withThrottles(limits);
    }

    /** Tries a fresh proof in an outage at each transaction of the attempt, and once more after it. */
    final <T, R> void isStillRight(Supplier<T> fresh, Function<T, R> attempt, Predicate<R> right) {
        boolean reached = true;
        for (int transaction = 1; reached; transaction++) {
            fixture.clock.advance(Duration.ofHours(1));
            T proof = fresh.get();
            Optional<R> result = Optional.empty();
            for (int i = 0; i < REPEATS && result.isEmpty(); i++) {
                store.failAt(transaction);
                result = decided(() -> attempt.apply(proof));
                reached = store.recover();
            }
            assertThat(result.orElseGet(() -> attempt.apply(proof)))
                    .as("after outages at transaction %s", transaction)
                    .matches(right);
        }
    }

    /** Tries in an outage at that transaction of the attempt. */
    final <R> Optional<R> failingAt(int transaction, Supplier<R> attempt) {
        store.failAt(transaction);
        Optional<R> result = decided(attempt);
        store.recover();
        return result;
    }

    /** The first answer in outages at each transaction in turn. */
    final <R> R failingAtTheLast(Supplier<R> attempt) {
        for (int transaction = 1; ; transaction++) {
            store.failAt(transaction);
            Optional<R> result = decided(attempt);
            assertThat(store.recover()).as("an outage was met").isTrue();
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private static <R> Optional<R> decided(Supplier<R> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** The address of a new member. */
    final String member() {
        String address = fresh();
        fixture.member(address);
        return address;
    }

    /** A free address. */
    final String fresh() {
        return "person" + people++ + "@acme.example";
    }

    final Caller caller(String address) {
        return fixture.caller(fixture.signedIn(address));
    }
}
