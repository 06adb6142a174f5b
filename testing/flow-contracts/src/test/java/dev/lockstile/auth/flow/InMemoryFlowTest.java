package dev.lockstile.auth.flow;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.AuthFlowContract;
import java.util.Optional;

class InMemoryFlowTest extends AuthFlowContract {

    @Override
    protected StoreUnderTest open() {
        return new Fresh(new InMemoryAuthStore());
    }

    private record Fresh(AuthStore store) implements StoreUnderTest {
        @Override
        public Optional<String> hostAttribute() {
            return Optional.of("nickname");
        }
    }
}
