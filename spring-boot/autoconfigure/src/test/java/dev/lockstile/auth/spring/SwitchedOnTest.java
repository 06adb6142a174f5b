package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the starter switches on by itself is told at the start, in one line. */
@ExtendWith(OutputCaptureExtension.class)
class SwitchedOnTest {

    private static final String LEVEL = "logging.level.dev.lockstile.auth.spring";

    @Test
    void a_plain_application_is_told_what_runs_in_it(CapturedOutput output) {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().withSecurity().with(LEVEL, "info").start()) {
            assertThat(context.isRunning()).isTrue();
        }
        assertThat(line(output))
                .contains("tables (schema.mode=migrate), late connections, endpoints at /auth")
                .contains("e-mail by recording, text messages by console")
                .contains("clean-up (0 17 * * * *), method security, fallback chain, health")
                .doesNotContain("pages at", "second factors", "passkeys", "other sites", "inbox");
    }

    @Test
    void what_is_turned_off_is_not_told(CapturedOutput output) {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with(LEVEL, "info")
                .with("lockstile.cleanup.enabled", "false")
                .with("lockstile.http.enabled", "false")
                .with("lockstile.lazy-connections", "false")
                .start()) {
            assertThat(context.isRunning()).isTrue();
        }
        assertThat(line(output))
                .contains("tables (schema.mode=migrate)")
                .doesNotContain("clean-up", "endpoints", "late connections", "method security", "fallback chain");
    }

    private static String line(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Lockstile switched on: "))
                .reduce((one, other) -> one + " twice " + other)
                .orElse("");
    }
}
