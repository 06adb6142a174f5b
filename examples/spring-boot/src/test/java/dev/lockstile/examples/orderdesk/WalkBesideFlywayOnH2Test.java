package dev.lockstile.examples.orderdesk;

final class WalkBesideFlywayOnH2Test extends WalkContract {

    @Override
    String url() {
        return "jdbc:h2:mem:flyway-desk;DB_CLOSE_DELAY=-1";
    }

    @Override
    String migrations() {
        return "flyway";
    }
}
