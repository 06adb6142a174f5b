package dev.lockstile.examples.quickstart;

import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("proof")
final class AdminSocialPagesOnH2Test extends AdminSocialPagesContract {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
