package dev.lockstile.auth.testkit;

import dev.lockstile.auth.internal.throttle.StoreCounters;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.ThrottleCountersContract;
import dev.lockstile.auth.throttle.ThrottleCounters;
import org.junit.jupiter.api.Nested;

final class ThrottleCountersTest {

    @Nested
    final class InTheStore extends ThrottleCountersContract {
        @Override
        protected ThrottleCounters open(AuthStore store) {
            return new StoreCounters(store);
        }
    }

    @Nested
    final class InTheProcess extends ThrottleCountersContract {
        @Override
        protected ThrottleCounters open(AuthStore store) {
            return ThrottleCounters.inProcess();
        }
    }
}
