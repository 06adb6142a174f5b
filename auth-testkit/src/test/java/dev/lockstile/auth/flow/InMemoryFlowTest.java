package dev.lockstile.auth.flow;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.AuthFlowContract;

class InMemoryFlowTest extends AuthFlowContract {

    @Override
    protected StoreUnderTest open() {
        AuthStore store = new InMemoryAuthStore();
        return () -> store;
    }
}
