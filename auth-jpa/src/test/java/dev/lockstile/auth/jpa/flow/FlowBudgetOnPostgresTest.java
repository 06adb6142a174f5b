package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.jpa.hosts.TestDatabase;

final class FlowBudgetOnPostgresTest extends FlowBudget {

    FlowBudgetOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
