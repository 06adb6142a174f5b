package dev.lockstile.auth;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link SettingsBoundsTest}, and the settings they change one value of. */
final class SettingsBounds {

    private static final Pattern REFUSAL = Pattern.compile(
            "(?:IllegalArgumentException\\(|require\\((?:[^;\"]|\"[^\"]*\"\\.equals)*?,)\\s*\"([^\"]+)\"",
            Pattern.DOTALL);

    private SettingsBounds() {}

    static Arguments numbers(String name, IntFunction<?> settings, int inside, int outside, String refusal) {
        Function<Integer, Object> boxed = settings::apply;
        return argumentSet(name, boxed, inside, outside, refusal);
    }

    static Arguments least(String name, Function<Duration, Object> settings, Duration bound, String refusal) {
        return argumentSet(name + ", least", settings, bound, bound.minusNanos(1), refusal);
    }

    static Arguments most(String name, Function<Duration, Object> settings, Duration bound, String refusal) {
        return argumentSet(name + ", most", settings, bound, bound.plusNanos(1), refusal);
    }

    static Duration nanos(long number) {
        return Duration.ofNanos(number);
    }

    static Duration seconds(long number) {
        return Duration.ofSeconds(number);
    }

    static Duration minutes(long number) {
        return Duration.ofMinutes(number);
    }

    static CodeSettings codes(int smsDigits, int emailDigits, int attempts, int unbound) {
        return new CodeSettings(smsDigits, emailDigits, minutes(5), minutes(5), attempts, seconds(60), unbound);
    }

    static CodeSettings codes(Duration smsTtl, Duration emailTtl, Duration cooldown) {
        return new CodeSettings(6, 8, smsTtl, emailTtl, 5, cooldown, 3);
    }

    static FailureSettings failures(int free, int pauseAt, int ceiling) {
        return new FailureSettings(free, pauseAt, ceiling, minutes(1), minutes(1), minutes(2));
    }

    static AuthSettings named(String service) {
        URI page = URI.create("https://acme.example/page");
        return AuthSettings.owasp(
                service,
                new TokenSettings("https://acme.example", "acme", minutes(5), seconds(30)),
                LinkSettings.of(page, page));
    }

    /** The texts by which the settings below the folder refuse a value. */
    static List<String> refusals(Path sources, String testedElsewhere) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith("Settings.java"))
                    .filter(file -> !file.endsWith(testedElsewhere + ".java"))
                    .sorted()
                    .toList();
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            Matcher found = REFUSAL.matcher(Files.readString(file));
            while (found.find()) {
                texts.add(found.group(1));
            }
        }
        return texts;
    }
}
