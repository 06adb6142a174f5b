package dev.lockstile.examples.quickstart;

import java.util.Map;

final class ProviderEventsOnH2Test extends ProviderEventsContract {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
