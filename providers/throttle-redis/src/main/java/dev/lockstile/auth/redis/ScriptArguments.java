package dev.lockstile.auth.redis;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a script, in the order in which it reads them. */
final class ScriptArguments {

    private final List<String> words = new ArrayList<>();

    ScriptArguments add(long number) {
        words.add(Long.toString(number));
        return this;
    }

    ScriptArguments add(Instant instant) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    ScriptArguments add(ThrottlePermit permit) {
        return add(permit.limit())
                .add(micros(permit.window()))
                .add(permit.sliding() ? 1 : 0)
                .add(permit.spacing());
    }

    ScriptArguments add(ProgressiveDelay spacing) {
        add(spacing.steps().size());
        spacing.steps().forEach(step -> add(step.from()).add(micros(step.pause())));
        return this;
    }

    String[] toArray() {
        return words.toArray(String[]::new);
    }

    static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
