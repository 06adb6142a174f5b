package dev.lockstile.auth.cli;

import dev.lockstile.auth.migrate.Verification;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.migrate.source.Sources;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: both sides read anew and compared. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class ImportVerify implements Callable<Integer> {

    private final OpenedHost host;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private HowToImport how = new HowToImport();

    ImportVerify(OpenedHost host, Map<String, String> environment) {
        this.host = host;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Source opened = Sources.open(source.access(environment))) {
            Verification whole = new Verification(host.importTarget(), how.options(true));
            Verification wanted = how.inPlace().isPresent() ? whole.inPlace() : whole;
            Map<String, Long> found = wanted.run(opened, how.preset());
            new TreeMap<>(found)
                    .forEach((name, rows) -> spec.commandLine().getOut().println(name + ": " + rows));
            return Verification.isClean(found) ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }
}
