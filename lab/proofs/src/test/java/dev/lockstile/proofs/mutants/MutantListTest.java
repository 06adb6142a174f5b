package dev.lockstile.proofs.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of the mutants that live names what is there, and a survivor that it does not name is found. */
final class MutantListTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String REASON = "a reason that a reader understands";

    @TempDir
    private Path folder;

    @Test
    void each_line_names_a_method_that_is_there_with_a_reason() throws IOException {
        KnownMutants known = KnownMutants.read(ROOT.resolve("lab/proofs/mutants.txt"));
        for (MutantKey key : known.entries().keySet()) {
            assertThat(Arrays.stream(MutantGroup.values()).map(MutantGroup::text))
                    .as(key.toString())
                    .contains(key.group());
            assertThat(source(key))
                    .as(key.toString())
                    .contains(key.method().equals("init") ? key.type() : key.method());
            assertThat(known.number(key)).as(key.toString()).isPositive();
        }
    }

    @Test
    void a_survivor_that_is_not_listed_is_found_and_a_listed_one_that_is_seen_is_told() throws IOException {
        MutationReport report = report(
                mutation("SURVIVED", "run", 10),
                mutation("NO_COVERAGE", "lambda$run$3", 20),
                mutation("KILLED", "decide", 30),
                mutation("TIMED_OUT", "decide", 31));
        assertThat(report.unlisted(list()))
                .hasSize(3)
                .first()
                .asString()
                .contains("login Flow.run NegateConditionals: 2");
        assertThat(report.unlisted(list("login Flow.run NegateConditionals 1 " + REASON)))
                .hasSize(3);
        KnownMutants both = list("login Flow.run NegateConditionals 2 " + REASON);
        assertThat(report.unlisted(both)).isEmpty();
        assertThat(report.killed(both)).isEmpty();
        KnownMutants more = list(
                "login Flow.decide NegateConditionals 1 " + REASON,
                "login Flow.run NegateConditionals 2 " + REASON,
                "otp Flow.run NegateConditionals 1 " + REASON);
        assertThat(report.killed(more)).singleElement().asString().contains("login Flow.decide", "0 live");
        assertThat(report.figures()).contains("4 mutants", "2 seen", "50.0 %", "1 of them by a timeout");
    }

    @Test
    void a_line_without_a_reason_twice_or_out_of_order_is_refused() {
        String line = "login Flow.run NegateConditionals 1 ";
        for (List<String> wrong : List.of(
                List.of(line),
                List.of(line + "short"),
                List.of("login Flow.run NegateConditionals " + REASON),
                List.of(line + REASON, line + REASON),
                List.of(line + REASON, "login Flow.decide NegateConditionals 1 " + REASON))) {
            assertThatIllegalArgumentException().isThrownBy(() -> KnownMutants.parse(wrong));
        }
        assertThat(list("# a remark", "", line + REASON).entries()).hasSize(1);
    }

    @Test
    void each_group_names_classes_and_tests_that_are_there() throws IOException {
        for (MutantGroup group : MutantGroup.values()) {
            for (String glob : (group.code() + "," + group.tests()).split(",")) {
                assertThat(found(glob)).as(group + " " + glob).isTrue();
            }
        }
    }

    /** Of web/http, moving-in/import and auth-password chosen classes alone are looked at, of auth-core its flows. */
    @Test
    void each_class_of_the_other_modules_is_in_a_group() throws IOException {
        for (String module : List.of(
                "auth-core/src/main/java/dev/lockstile/auth/internal",
                "auth-schema",
                "auth-jpa",
                "web/pages",
                "web/passkeys",
                "web/social",
                "moving-in/cutover",
                "spring-boot/autoconfigure")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                assertThat(files.map(ROOT::relativize)
                                .map(Path::toString)
                                .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
                                .map(file -> file.substring(file.indexOf("/java/") + 6)
                                        .replace('/', '.'))
                                .filter(file -> !file.endsWith("-info.java"))
                                .filter(type -> Arrays.stream(MutantGroup.values())
                                        .noneMatch(group -> isOf(group, module, type))))
                        .as(module)
                        .isEmpty();
            }
        }
    }

    private static boolean isOf(MutantGroup group, String module, String type) {
        return (module + "/").startsWith(group.module() + "/")
                && Stream.of(group.code().split(",")).anyMatch(glob -> type.startsWith(glob.replace("*", "")));
    }

    private static boolean found(String glob) throws IOException {
        String path = glob.replace(".", "/").replaceFirst("\\*$", "");
        String file = path.contains("*") ? path.substring(0, path.indexOf('*')) : path;
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            return modules.flatMap(module -> Stream.of("src/main/java/", "src/test/java/")
                            .map(sources -> module.resolve(sources + file)))
                    .anyMatch(start -> Files.exists(start) || Files.exists(Path.of(start + ".java")) || isStart(start));
        }
    }

    private static boolean isStart(Path start) {
        String[] names =
                start.getParent() == null ? null : start.getParent().toFile().list();
        return names != null
                && Arrays.stream(names).anyMatch(name -> name.startsWith(String.valueOf(start.getFileName())));
    }

    private static String source(MutantKey key) throws IOException {
        String module =
                MutantGroup.valueOf(key.group().toUpperCase(Locale.ROOT)).module();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            Path file = files.filter(path -> path.endsWith(key.type() + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no class of " + key));
            return Files.readString(file);
        }
    }

    private static KnownMutants list(String... lines) {
        return KnownMutants.parse(List.of(lines));
    }

    private MutationReport report(String... mutations) throws IOException {
        Path file = folder.resolve("mutations.xml");
        Files.writeString(file, "<mutations>" + String.join("", mutations) + "</mutations>");
        return MutationReport.read("login", file);
    }

    private static String mutation(String status, String method, int line) {
        return "<mutation status='" + status + "'><mutatedClass>a.b.Flow$Inner</mutatedClass><mutatedMethod>" + method
                + "</mutatedMethod><lineNumber>" + line
                + "</lineNumber><mutator>org.pitest.NegateConditionalsMutator</mutator><description>d</description></mutation>";
    }
}
