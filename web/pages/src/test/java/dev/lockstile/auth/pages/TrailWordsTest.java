package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way, fact and reason that the library writes into the trail has a text in every language. */
class TrailWordsTest {

    private static final Path FLOWS = Path.of("../../auth-core/src/main/java/dev/lockstile/auth/internal");
    private static final Path CEREMONY =
            Path.of("../passkeys/src/main/java/dev/lockstile/auth/passkey/internal/ceremony/CeremonyRefusal.java");

    /** Where flows name a reason. */
    private static final List<Pattern> REASONS = patterns(
            "refuse\\([^;\"]*, \"([^\"]+)\", now\\)",
            "[ .]refused\\([^;\"]*, \"([^\"]+)\"\\)",
            "SocialRefusedException\\.of\\([^;\"]*\"([^\"]+)\"",
            "case INVALID_INPUT -> \"([^\"]+)\"",
            "Map\\.of\\(Refusal\\.[^;\"]*\"([^\"]+)\"",
            "Refusal\\.[A-Z_]+, \"([a-z_]+)\"",
            "CHANGED = \"([^\"]+)\"",
            "\\? \"([^\"]+)\" : \"wrong password\"",
            "return (?:check.matches\\(\\) \\? )?\"(unknown|may not sign in)\"",
            "changed \\? null : \"([^\"]+)\"");

    /** Where flows name what was done, and the way. */
    private static final List<Pattern> FACTS = patterns(
            "changes\\.made\\(tx, caller, \"([a-z][^:\"]*[a-z])\"",
            "why\\.event\\(\"([a-z][^:\"]*[a-z])\"",
            "new Change\\(\\w+, \"([a-z][^:\"]*[a-z])\"",
            "AccountChanged\\([^;\"]*\"([a-z][^:\"]*[a-z])\"",
            "words\\.add\\(\"([a-z][^:\"]*[a-z])\"",
            "[ .](?:AccountChange|change)\\(\\s*\"([a-z][^:\"]*[a-z])\"",
            "AccountStatusChanged\\([^;\"]*\"([a-z][^:\"]*[a-z])\"",
            "isOn\\(\\) \\? \"([a-z][^:\"]*[a-z])\"",
            "CALLED_OFF = \"([a-z][^:\"]*[a-z])\"",
            "BY_A_FACTOR = \"([a-z][^:\"]*[a-z])\"",
            "(?:forgetBrowsers|callOffReset)\\([^;\"]*\"([a-z][^:\"]*[a-z])\"",
            "asked\\.event\\([^;\"]*\"(merged)\"",
            "Asked\\([^;\"]*\"(\\w+)\"",
            "METHOD = \"([a-z][^:\"]*[a-z])\"",
            "(?:PASSWORD|CODE) = \"(step-up[^\"]+)\"",
            "\"(social \\w+): ?\"");

    static Stream<String> facts() {
        Stream<String> ways = Arrays.stream(FactorKind.values())
                .flatMap(kind -> Stream.of("second factor " + kind.code(), "step-up by " + kind.code()));
        Stream<String> added =
                Stream.of(FactorKind.TOTP, FactorKind.PASSKEY).map(kind -> kind.code() + " added at sign-in");
        Stream<String> proven = Arrays.stream(IdentifierKind.values())
                .map(kind -> "proven " + kind.name().toLowerCase(Locale.ROOT));
        Stream<String> ends = Stream.of(SessionState.EndReason.values(), RiskCheck.Answer.values())
                .flatMap(Arrays::stream)
                .filter(word -> word != RiskCheck.Answer.ALLOW)
                .map(Enum::name);
        Stream<String> more = Stream.of(
                "api key renamed",
                "erased what was set before",
                "phone stored in its present form",
                "email change asked",
                "phone change asked",
                "began",
                "applied",
                "kept",
                "noted",
                "nobody",
                "login failure alarm",
                "sms prefix",
                "sms spend",
                "email spend");
        return Stream.of(ways, added, proven, ends, written(FACTS).stream(), more)
                .flatMap(all -> all)
                .distinct();
    }

    static Stream<String> reasons() {
        Stream<String> more = Stream.of("vetoed", "risk", "error", "wrong password", "paused", "throttled", "invalid");
        return Stream.of(
                        Arrays.stream(Refusal.values()).map(Refusal::code),
                        constants(CEREMONY).stream(),
                        written(REASONS).stream(),
                        more)
                .flatMap(all -> all)
                .distinct();
    }

    private static List<Pattern> patterns(String... all) {
        return Stream.of(all).map(Pattern::compile).toList();
    }

    private static SortedSet<String> constants(Path file) {
        SortedSet<String> found = new TreeSet<>();
        Pattern.compile("^ {4}([A-Z_]+)[,;]?$", Pattern.MULTILINE)
                .matcher(read(file))
                .results()
                .forEach(one -> found.add(one.group(1).toLowerCase(Locale.ROOT).replace('_', ' ')));
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    /** What the flows write, by their source: a new word is found without a list. */
    private static SortedSet<String> written(List<Pattern> patterns) {
        SortedSet<String> found = new TreeSet<>();
        for (Pattern pattern : patterns) {
            List<String> of = sources().stream()
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(one -> one.group(1))
                    .toList();
            assertThat(of).as(pattern.pattern()).isNotEmpty();
            found.addAll(of);
        }
        return found;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(FLOWS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TrailWordsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void a_reason_has_a_text_in_every_language(String reason) {
        assertThat(Texts.all().values())
                .allSatisfy(texts ->
                        assertThat(texts.has(EventWords.key(reason))).as(reason).isTrue());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_has_a_text_in_every_language(String fact) {
        String end = EventWords.key(fact).substring("word".length());
        assertThat(Texts.all().values())
                .allSatisfy(texts -> assertThat(texts.words().keySet())
                        .as(fact)
                        .anyMatch(key -> key.equals("word" + end) || key.startsWith("event.") && key.endsWith(end)));
    }

    @Test
    void each_operation_and_each_message_of_a_provider_has_a_text_in_every_language() {
        assertThat(Texts.all().values()).allSatisfy(texts -> {
            EventWords words = new EventWords(texts);
            assertThat(Operation.values())
                    .allSatisfy(operation -> assertThat(words.noun(operation))
                            .as(operation.name())
                            .doesNotContain("authn", "user "));
            assertThat(SocialEvent.Type.values())
                    .allSatisfy(type -> assertThat(texts.has("event.authn_provider_event." + type.code()))
                            .as(type.code())
                            .isTrue());
        });
    }
}
