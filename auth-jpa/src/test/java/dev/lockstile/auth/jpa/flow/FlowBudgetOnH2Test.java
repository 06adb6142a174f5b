package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;

final class FlowBudgetOnH2Test extends FlowBudget {

    FlowBudgetOnH2Test() {
        super(TestDatabase.H2);
    }
}
