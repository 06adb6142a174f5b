package dev.lockstile.examples.orderdesk;

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
