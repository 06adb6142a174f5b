package dev.lockstile.examples.orderdesk;

final class WalkOnPostgresTest extends WalkContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
