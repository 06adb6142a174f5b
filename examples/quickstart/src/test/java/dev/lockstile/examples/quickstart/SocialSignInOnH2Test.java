package dev.lockstile.examples.quickstart;

import java.util.Map;

final class SocialSignInOnH2Test extends SocialSignInContract {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
