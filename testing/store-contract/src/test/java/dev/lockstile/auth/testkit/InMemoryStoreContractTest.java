package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.ImportStoreContract;
import dev.lockstile.auth.testkit.contract.StoreProbe;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import java.util.Optional;

/** The in-memory store keeps the contract. */
class InMemoryStoreContractTest extends ImportStoreContract {

    @Override
    protected StoreUnderTest open() {
        return new Fresh(new InMemoryAuthStore());
    }

    record Fresh(InMemoryAuthStore memory) implements StoreUnderTest {

        @Override
        public Optional<String> hostAttribute() {
            return Optional.of("nickname");
        }

        @Override
        public AuthStore store() {
            return memory;
        }

        @Override
        public Optional<StoreProbe> probe() {
            return Optional.of(new InMemoryProbe(memory));
        }
    }
}
