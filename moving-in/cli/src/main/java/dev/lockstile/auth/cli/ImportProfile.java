package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.profile.SourceProfile;
import dev.lockstile.auth.imports.profile.SourceProfiler;
import dev.lockstile.auth.imports.source.Source;
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

/** {@code profile}: what is in a source, before anything is decided. */
@Command(
        name = "profile",
        description = "Counts what is in the source: types, null markers, duplicates, password formats, regions.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportProfile implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ImportSetup how = new ImportSetup();

    @Option(names = "--report", paramLabel = "FILE", description = "Write the profile there, as JSON.")
    private @Nullable Path report;

    ImportProfile(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (ImportSetup closing = how;
                Source opened = source.open(environment);
                ReportFiles files = ReportFiles.of(report)) {
            SourceProfile found =
                    new SourceProfiler(host.importTarget(), how.options(true)).profile(opened, how.preset());
            files.finish(found.toJson());
            print(found, spec.commandLine().getOut());
            return ExitCodes.OK;
        }
    }

    private static void print(SourceProfile found, PrintWriter out) {
        found.tables().forEach((name, table) -> {
            out.println(name + ": " + table.rows() + " rows read");
            table.fields()
                    .forEach((field, counts) -> out.println("  " + field + ": " + counts.types()
                            + (counts.nullMarkers().isEmpty() ? "" : ", stand for nothing: " + counts.nullMarkers())));
        });
        found.duplicates()
                .forEach((kind, shared) -> out.println("shared by several accounts, " + kind + ": "
                        + shared.identifiers() + " (" + shared.accounts() + " accounts)"));
        out.println("password formats: " + found.hashFormats());
        out.println("phone regions: " + found.phoneRegions());
        out.println("sites that people sign in with, each to be served here under that name: "
                + TerminalText.of(found.socialProviders().toString()));
        out.println("findings: " + found.findings());
    }
}
