package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;

/** What all cases share: a fresh store, and the library wired to it. */
@Timeout(120)
abstract class FlowContract {

    private StoreUnderTest underTest;
    FlowFixture fixture;

    /** For those who extend it. */
    @SuppressWarnings("NullAway.Init") // the suite opens the store before each case
    protected FlowContract() {}

    final void openHouse(StoreUnderTest store) {
        underTest = store;
        fixture = new FlowFixture(underTest.store());
    }

    @AfterEach
    final void closeHouse() {
        underTest.close();
    }

    /** Ends the test as skipped where the host has no attribute of its own. */
    final String hostAttribute() {
        Assumptions.assumeTrue(underTest.hostAttribute().isPresent(), "this host has no attribute of its own");
        return underTest.hostAttribute().orElseThrow();
    }

    /** Runs work in a transaction of the host that is rolled back afterwards. */
    final void rolledBackByTheHost(Runnable work) {
        underTest.rolledBackByTheHost(work);
    }

    /** The library wired anew to the same store with other settings. */
    final FlowFixture rewired(UnaryOperator<AuthSettings> change) {
        return new FlowFixture(underTest.store(), change);
    }
}
