package dev.lockstile.test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Skipped tests counted by their reasons, and those whose reason is none of {@link SkipReason}. Runs after the build,
 * since it reads what the tests of all modules reported.
 */
record SkipSummary(String line, List<String> unlisted) {

    /**
     * Prints the summary; ends with 1 when a reason is not listed or no test ran.
     *
     * @param arguments the folder of the checkout, and the second of the epoch since which the build runs
     */
    public static void main(String[] arguments) {
        Instant since = Instant.ofEpochSecond(Long.parseLong(arguments[1]));
        TestReports reports = TestReports.under(Path.of(arguments[0]), since);
        SkipSummary summary = of(reports);
        System.out.println(summary.line());
        summary.unlisted().forEach(test -> System.out.println("  for a reason that SkipReason does not list: " + test));
        System.exit(reports.tests() > 0 && summary.unlisted().isEmpty() ? 0 : 1);
    }

    static SkipSummary of(TestReports reports) {
        Map<SkipReason, Integer> counts = new TreeMap<>();
        List<String> unlisted = new ArrayList<>();
        for (TestReports.Skipped skipped : reports.skipped()) {
            reason(skipped.text())
                    .ifPresentOrElse(
                            reason -> counts.merge(reason, 1, Integer::sum),
                            () -> unlisted.add(skipped.test() + ": "
                                    + skipped.text().strip().lines().findFirst().orElse("")));
        }
        String listed = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " because " + entry.getKey().text())
                .collect(Collectors.joining(", "));
        String head = "Skipped " + reports.skipped().size() + " of " + reports.tests() + " tests";
        return new SkipSummary(listed.isEmpty() ? head : head + ": " + listed, List.copyOf(unlisted));
    }

    private static Optional<SkipReason> reason(String text) {
        return Stream.of(SkipReason.values())
                .filter(reason -> text.contains(reason.text()))
                .findFirst();
    }
}
