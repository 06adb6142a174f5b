package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.check.AfterImport;
import dev.lockstile.auth.imports.check.BeforeImport;
import dev.lockstile.auth.imports.check.CheckFinding;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.verify.Verification;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: the checklists of a move. */
@Command(
        name = "check",
        description = "Goes through the checklist of before or after an import. Writes nothing. Exits with 5 when"
                + " something is wrong; with --strict for warnings, too.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCheck implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--phase",
            required = true,
            paramLabel = "before|after",
            description = "Before the import: the backup, the source, the host. After it: what became of everybody.")
    private Phase phase = Phase.before;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ImportSetup how = new ImportSetup();

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            description = "Before: the backup to go back to. It has to hold something and be less than a day old.")
    private @Nullable Path backup;

    @Option(
            names = "--accept",
            split = ",",
            paramLabel = "REASON",
            description = "After: rows that are in quarantine for that reason have been looked at and may stay there.")
    private Set<String> accepted = new LinkedHashSet<>();

    ImportCheck(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    /** The words of the command line. */
    enum Phase {
        before,
        after
    }

    @Override
    public Integer call() throws IOException {
        if (backup != null && source.isIn(backup)) {
            throw new IllegalArgumentException(
                    "--backup names the old database itself; copy or dump it, and name the copy");
        }
        List<CheckFinding> findings;
        try (ImportSetup closing = how) {
            findings = phase == Phase.before ? before() : after();
        }
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(out::println);
        long errors = findings.stream().filter(CheckFinding::error).count();
        out.println(
                findings.isEmpty()
                        ? "All is well."
                        : errors + " error(s), " + (findings.size() - errors) + " warning(s).");
        boolean bad = how.isStrict() ? !findings.isEmpty() : errors > 0;
        return bad ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private List<CheckFinding> before() {
        Preset preset = how.preset();
        BeforeImport.Environment around = new BeforeImport.Environment(
                backup,
                host.get().moveWiring(),
                new File(System.getProperty("java.io.tmpdir")).getUsableSpace(),
                host.get().socialProviders().orElse(null));
        BeforeImport check = new BeforeImport(host.importTarget(), how.options(true), around);
        try (Source opened = source.open(environment)) {
            return check.of(opened, preset);
        } catch (SourceUnusableException e) {
            return check.unreadable(e);
        }
    }

    private List<CheckFinding> after() {
        ImportTarget target = host.importTarget();
        ImportOptions options = how.options(true);
        AfterImport check = new AfterImport(target, options, accepted);
        try (Source opened = source.open(environment)) {
            Verification whole = new Verification(target, options);
            List<CheckFinding> found = new ArrayList<>(
                    check.of(opened, how.preset(), how.inPlace().isPresent() ? whole.inPlace() : whole));
            found.addAll(check.of(host.get().moveWiring()));
            return found;
        }
    }
}
