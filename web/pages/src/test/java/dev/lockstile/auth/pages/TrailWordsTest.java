package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.outcome.Refusal;
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
}
