package dev.lockstile.auth.cli;

import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.ImportTarget;
import dev.lockstile.auth.migrate.UserImport;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.report.ImportReport;
import dev.lockstile.auth.migrate.source.JdbcSource;
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

/** Moves the people of an old system in. */
@Command(
        name = "import",
        description = "Moves the people of an old system in: users, password hashes, profiles, devices and social"
                + " accounts. Run it as often as you like: what is here already stays as it is.",
        footer = {
            "",
            "Exit codes: 0 every row ended in a state (quarantine is one), 1 failed on the way, 2 wrong usage or"
                    + " unusable source, 3 --strict and rows in quarantine."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--preset",
            required = true,
            paramLabel = "NAME",
            description = "The old system: " + JbDrfAuthPreset.NAME + ".")
    private String preset = "";

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--dry-run", description = "Do everything, write nothing. The counts are those of a real run.")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report there, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description = "Write the rows that stay out there, as JSON lines with masked values. By default beside the"
                    + " report, with the suffix " + ReportFiles.QUARANTINE_SUFFIX + ".")
    private @Nullable Path quarantine;

    @Option(
            names = "--default-region",
            paramLabel = "REGION",
            description = "Where phone numbers without a country code are from, such as MX.")
    private @Nullable String defaultRegion;

    @Option(names = "--table-prefix", paramLabel = "APP", description = "The old tables' prefix, if it is not found.")
    private @Nullable String tablePrefix;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Name of the old system in the ledger, by default the preset's. Two databases of one kind"
                    + " need two names.")
    private @Nullable String system;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "200",
            description = "People per transaction (default ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(names = "--strict", description = "Exit with 3 when rows are in quarantine.")
    private boolean strict;

    ImportCommand(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        ImportOptions options = new ImportOptions(dryRun, batchSize, defaultRegion, system);
        Preset chosen = preset();
        PrintWriter out = spec.commandLine().getOut();
        try (JdbcSource opened = JdbcSource.open(source.access(environment));
                ReportFiles files = ReportFiles.open(report, quarantine)) {
            ImportReport result = new UserImport(target(), options).run(opened, chosen, files);
            files.finish(result);
            Summary.print(result, out);
            return strict && !result.isClean() ? ExitCodes.QUARANTINE : ExitCodes.OK;
        }
    }

    private Preset preset() {
        if (!preset.equals(JbDrfAuthPreset.NAME)) {
            throw new IllegalArgumentException("no preset " + preset + "; there is: " + JbDrfAuthPreset.NAME);
        }
        return tablePrefix == null ? JbDrfAuthPreset.discovering() : JbDrfAuthPreset.withPrefix(tablePrefix);
    }

    private ImportTarget target() {
        ManagedHost opened = host.get();
        return new ImportTarget(opened.store(), opened.identifierRules(), opened.passwordFormats(), opened.clock());
    }
}
