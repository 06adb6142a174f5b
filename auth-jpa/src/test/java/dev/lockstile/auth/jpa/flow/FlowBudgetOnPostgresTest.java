package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;

final class FlowBudgetOnPostgresTest extends FlowBudget {

    FlowBudgetOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
