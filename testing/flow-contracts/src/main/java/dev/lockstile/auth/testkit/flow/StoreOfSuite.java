package dev.lockstile.auth.testkit.flow;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;

/** Gives each case a fresh store of the suite in which its contract is nested. */
final class StoreOfSuite implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        TestInstances instances = context.getRequiredTestInstances();
        FlowSuite suite = instances.findInstance(FlowSuite.class).orElseThrow();
        instances.findInstance(FlowContract.class).orElseThrow().openHouse(suite.open());
    }
}
