package dev.lockstile.examples.quickstart;

import java.util.Map;

final class AdminSocialPagesOnH2Test extends AdminSocialPagesContract {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
