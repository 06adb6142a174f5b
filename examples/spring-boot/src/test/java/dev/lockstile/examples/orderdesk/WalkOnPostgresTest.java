package dev.lockstile.examples.orderdesk;

import dev.lockstile.test.TestPostgres;

final class WalkOnPostgresTest extends WalkContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
