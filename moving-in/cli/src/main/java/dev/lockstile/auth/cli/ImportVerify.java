package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code verify}: reads source and target again and compares them; the report of the latest run has the result from
 * then on.
 */
@Command(
        name = "verify",
        description = "Reads both sides anew and compares them field by field. Exits with 1 when they differ.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportVerify implements Callable<Integer> {

    private static final String NOTHING_COMPARED =
            "Nothing was compared: no row of the source is as one that came in. Is it the right source?";

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ImportSetup how = new ImportSetup();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report of the latest run there with what was found, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--differences",
            paramLabel = "FILE",
            description =
                    "Write which rows differ in which field there, as JSON lines without values. By default beside"
                            + " the report, with the suffix " + ReportFiles.DIFFERENCES_SUFFIX + ".")
    private @Nullable Path differences;

    @Option(
            names = "--recompute-hashes",
            paramLabel = "N",
            defaultValue = "" + Verification.HASHES_RECOMPUTED,
            description = "How many wrapped hashes to compute anew, each as long as a sign-in; of the others format and"
                    + " salt are compared (default ${DEFAULT-VALUE}).")
    private int hashes;

    ImportVerify(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ShownDifferences shown = new ShownDifferences(out);
        try (ImportSetup closing = how;
                Source opened = source.open(environment);
                ReportFiles files = ReportFiles.ofVerification(report, differences)) {
            Verification whole = new Verification(host.importTarget(), how.options(true)).recomputing(hashes);
            Verification wanted = how.inPlace().isPresent() ? whole.inPlace() : whole;
            VerifyReport found = wanted.run(opened, how.preset(), difference -> {
                shown.show(difference);
                files.differs(difference);
            });
            String whereFound = new ImportHistory(host.get().store())
                    .noteVerified(found)
                    .orElseGet(() -> JsonText.of(Map.of("verified", found.toMap())));
            files.finish(whereFound);
            print(found, out);
            return found.isClean() ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }

    private static void print(VerifyReport found, PrintWriter out) {
        found.entities().forEach((entity, rows) -> {
            out.println(entity + ": " + rows.read() + " " + rows.outcomes());
            rows.differing().forEach((field, count) -> out.println("  " + count + " differ in " + field));
        });
        found.missing()
                .forEach((entity, rows) -> out.println(entity + ": " + rows + " came and are not in the ledger"));
        VerifyReport.WrappedHashes wrapped = found.hashes();
        if (wrapped.compared() > 0) {
            out.println("wrapped hashes: " + wrapped.compared() + ", of these computed anew: " + wrapped.recomputed()
                    + " (--recompute-hashes)");
        }
        VerifiedRows.Checksums sums = found.checksums();
        out.println("checksum of the source: " + Long.toHexString(sums.source()));
        out.println("checksum of the target: " + Long.toHexString(sums.target()));
        out.println(verdict(found) + notInTarget(found.in(VerifiedRows.NOT_IN_TARGET)));
    }

    private static String verdict(VerifyReport found) {
        if (found.isClean()) {
            return "Nothing differs.";
        }
        if (!found.isFinished()) {
            return "There is no finished run of system " + found.system()
                    + (found.isCompared() ? ": this is what came so far." : ": nothing was compared.");
        }
        return found.isCompared() ? "The two sides differ." : NOTHING_COMPARED;
    }

    private static String notInTarget(long rows) {
        return rows == 0 ? "" : " Rows of the source that are not in the target: " + rows + ".";
    }
}
