package dev.lockstile.auth.imports.report;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report as Markdown. */
public final class ReportPage {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> COMPARED = List.of(
            "read",
            VerifiedRows.EQUAL,
            VerifiedRows.DIFFERS,
            VerifiedRows.GONE,
            VerifiedRows.USED_AT_TARGET,
            VerifiedRows.CHANGED_AT_SOURCE,
            VerifiedRows.MERGED,
            VerifiedRows.FORGOTTEN,
            VerifiedRows.NOT_IN_TARGET);

    private ReportPage() {}

    /**
     * {@return the Markdown of a report given as JSON}
     *
     * @param json from {@link ImportReport#toJson()}
     */
    public static String of(String json) {
        JsonNode report = MAPPER.readTree(json);
        StringBuilder page = new StringBuilder("# Import " + text(report, "run_id") + "\n\n");
        page.append("Preset ").append(text(report, "preset")).append(", from ").append(text(report, "source"));
        page.append(", ").append(text(report, "started_at")).append(" to ").append(text(report, "finished_at"));
        page.append(report.path("dry_run").booleanValue() ? ". A dry run: nothing was written.\n" : ".\n");
        page.append("\n| rows | read | created | updated | merged | unchanged | skipped | in quarantine |\n");
        page.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        page.append(line("**people**", report));
        report.path("entities").forEachEntry((name, counts) -> page.append(line(name, counts)));
        report.path("entities")
                .forEachEntry(
                        (name, counts) -> section(page, name + ": why rows stayed out", counts.path("by_reason")));
        section(page, "Warnings", report.path("warnings"));
        section(page, "Addresses and numbers", counts(report.path("proofs")));
        vouched(page, report.path("proofs"));
        section(page, "Password formats", report.path("hash_formats"));
        section(
                page,
                "Accounts at other sites, by the site to be served before the cut-over",
                report.path("social_providers"));
        section(page, "Columns that nothing reads", report.path("columns_not_imported"));
        verified(page, report.path("verified"));
        return page.toString();
    }

    private static JsonNode counts(JsonNode proofs) {
        ObjectNode counts = MAPPER.createObjectNode();
        proofs.forEachEntry((name, value) -> {
            if (value.isNumber()) {
                counts.set(name, value);
            }
        });
        return counts;
    }

    private static void vouched(StringBuilder page, JsonNode proofs) {
        if (proofs.path("trust_emails").asBoolean(false)) {
            page.append(
                    "\nE-mail addresses by which the old system let people in count as proven on the mover's word.\n");
        }
        if (proofs.path("trust_phones").asBoolean(false)) {
            page.append("\nPhone numbers by which the old system let people in count as proven on the mover's word.\n");
        }
    }

    private static void verified(StringBuilder page, JsonNode found) {
        if (found.isEmpty()) {
            return;
        }
        page.append("\n## Compared with the source\n\n");
        page.append(verdict(found)).append('\n');
        page.append(
                "\n| rows | read | equal | differ | gone | used here | changed at source | merged | forgotten | not here |\n");
        page.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        found.path("entities")
                .forEachEntry((name, rows) -> page.append("| " + name
                        + COMPARED.stream().map(outcome -> cell(rows, outcome)).collect(Collectors.joining())
                        + " |\n"));
        found.path("entities")
                .forEachEntry((name, rows) -> section(page, name + ": fields that differ", rows.path("differing")));
        section(page, "Rows that came and are not in the ledger", found.path("missing"));
    }

    /** A report of an earlier version does not say whether anything was compared. */
    private static String verdict(JsonNode found) {
        if (found.path("clean").booleanValue()) {
            return "Nothing differs.";
        }
        return found.path("compared").asBoolean(true) ? "**Something differs.**" : "**Nothing was compared.**";
    }

    private static String line(String name, JsonNode counts) {
        return "| " + name
                + cell(counts, "read")
                + cell(counts, "created")
                + cell(counts, "updated")
                + cell(counts, "merged")
                + cell(counts, "unchanged")
                + cell(counts, "skipped")
                + cell(counts, "quarantined")
                + " |\n";
    }

    private static String cell(JsonNode counts, String name) {
        return " | " + counts.path(name).asLong(0);
    }

    private static void section(StringBuilder page, String title, JsonNode members) {
        if (members.isEmpty()) {
            return;
        }
        page.append("\n## ").append(title).append("\n\n");
        members.forEachEntry((name, value) -> page.append("- ")
                .append(name)
                .append(": ")
                .append(value.asString(value.toString()))
                .append('\n'));
    }

    private static String text(JsonNode report, String name) {
        return report.path(name).asString("");
    }
}
