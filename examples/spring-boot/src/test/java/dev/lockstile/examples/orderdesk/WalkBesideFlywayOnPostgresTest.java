package dev.lockstile.examples.orderdesk;

import dev.lockstile.test.TestPostgres;

final class WalkBesideFlywayOnPostgresTest extends WalkContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }

    @Override
    String migrations() {
        return "flyway";
    }
}
