package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.State;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person at the terminal wants to know of an import. */
final class Summary {

    private static final int SHOWN = 50;
    private static final String PRIVILEGED = "privileged";

    private Summary() {}

    static void print(ImportReport report, PrintWriter out) {
        String kind = report.run().dryRun() ? "Dry run, nothing was written: " : "Done: ";
        out.println(kind + counts(report.people()) + " of " + report.people().read() + " people.");
        rows(report, out);
    }

    /** The same for rows of the host's own tables. */
    static void printContent(ImportReport report, PrintWriter out) {
        out.println(
                report.run().dryRun()
                        ? "Dry run, nothing was written:"
                        : "Done, run " + report.run().runId() + ":");
        rows(report, out);
    }

    private static void rows(ImportReport report, PrintWriter out) {
        report.entities()
                .forEach((name, counts) ->
                        out.println("  " + name + ": " + counts(counts) + " of " + counts.read() + added(counts)));
        if (!report.warnings().isEmpty()) {
            out.println("  warnings: " + report.warnings());
        }
        columns(report, out);
        report.named().forEach((why, people) -> named(why, people, out));
        report.entities().forEach((name, counts) -> {
            if (!counts.byReason().isEmpty()) {
                out.println("  " + states(counts) + ", " + name + ": " + counts.byReason());
            }
        });
    }

    /**
     * The sites that have to be served before the cut-over, or their people stay outside.
     *
     * @param found accounts of people by site
     * @param served the sites that the host serves; null for not told
     */
    static void printProviders(Map<String, Long> found, @Nullable Set<String> served, PrintWriter out) {
        if (found.isEmpty()) {
            return;
        }
        out.println("  accounts at other sites, each to be served under that name before the cut-over: "
                + TerminalText.of(found.toString()));
        Set<String> missing = new TreeSet<>(found.keySet());
        missing.removeAll(served == null ? Set.of() : served);
        if (served != null) {
            out.println(
                    "  not served yet: " + (missing.isEmpty() ? "none" : TerminalText.of(String.join(", ", missing))));
        }
    }

    /** The reasons of rows that were left out and of rows in quarantine stand together. */
    private static String states(ImportReport.EntityCounts counts) {
        if (counts.in(State.QUARANTINED) == 0) {
            return "left out";
        }
        return counts.in(State.SKIPPED) == 0 ? "in quarantine" : "left out or in quarantine";
    }

    /** People with rights are told by name; of all others the name lies in the file beside the report. */
    private static void named(String kind, ImportReport.NamedPeople people, PrintWriter out) {
        boolean clear = kind.equals(PRIVILEGED);
        out.println("  " + kind + ": " + people.count());
        people.first().stream()
                .limit(SHOWN)
                .forEach(person -> out.println("    " + TerminalText.of(clear ? inClear(person) : masked(person))));
        if (people.count() > SHOWN) {
            out.println("    and " + (people.count() - SHOWN) + " more, see --report FILE");
        }
    }

    private static String inClear(NamedPerson person) {
        return person.entity() + " " + person.legacyId() + " "
                + String.join(", ", person.names().values()) + ": " + person.detail();
    }

    private static String masked(NamedPerson person) {
        String names = person.names().values().stream().map(Masked::text).collect(Collectors.joining(", "));
        return person.entity() + " " + names + ": " + person.detail();
    }

    private static void columns(ImportReport report, PrintWriter out) {
        report.columns().forEach((table, uses) -> {
            String told = uses.entrySet().stream()
                    .map(use -> use.getKey().replace('_', ' ') + " " + String.join(", ", use.getValue()))
                    .collect(Collectors.joining("; "));
            out.println("  columns of " + TerminalText.of(table + ": " + told));
        });
    }

    private static String counts(ImportReport.EntityCounts counts) {
        String text = Arrays.stream(State.values())
                .filter(state -> counts.in(state) > 0)
                .map(state -> counts.in(state) + " " + state.text())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "0" : text;
    }

    private static String added(ImportReport.EntityCounts counts) {
        return counts.added() == 0 ? "" : ", and " + counts.added() + " added";
    }
}
