package dev.lockstile.examples.orderdesk;

final class WalkOnH2Test extends WalkContract {

    @Override
    String url() {
        return "jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1";
    }
}
