package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.content.ContentMapping;
import dev.lockstile.auth.imports.content.ContentVerification;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import content verify}: compares the host's rows with those that they came from. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class ContentVerify implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "The mapping of the run, as JSON.")
    private Path mapping = Path.of("");

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "The old system whose accounts own the content, if there are several.")
    private @Nullable String system;

    @Option(
            names = "--differences",
            paramLabel = "FILE",
            description = "Write which rows differ in which column there, as JSON lines without values.")
    private @Nullable Path differences;

    private ContentVerify(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    static CommandLine of(OpenedHost host, Map<String, String> environment) {
        return ImportCommand.described(
                new ContentVerify(host, environment), "Compares the rows that came with those of the source.");
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ShownDifferences shown = new ShownDifferences(out);
        ContentMapping read = ContentMapping.read(OwnersFile.text(mapping));
        try (Source opened = source.open(environment);
                ReportFiles files = ReportFiles.ofVerification(null, differences)) {
            VerifiedRows found = new ContentVerification(host.contentTarget(), read, system).run(opened, difference -> {
                shown.show(difference);
                files.differs(difference);
            });
            out.println(read.name() + ": " + found.read() + " " + found.outcomes());
            found.differing().forEach((column, rows) -> out.println("  " + rows + " differ in " + column));
            out.println(verdict(found));
            return found.isClean() && found.isCompared() ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }

    private static String verdict(VerifiedRows found) {
        if (!found.isCompared()) {
            return "Nothing was compared: no row of the source is as one that came in.";
        }
        return found.isClean() ? "Nothing differs." : "The two sides differ.";
    }
}
