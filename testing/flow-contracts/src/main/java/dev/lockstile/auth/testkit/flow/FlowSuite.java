package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contracts on one store, nested in it. */
@ExtendWith(StoreOfSuite.class)
abstract class FlowSuite {

    /** {@return a store without any rows; called before every test} */
    protected abstract StoreUnderTest open();
}
