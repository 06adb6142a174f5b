package dev.lockstile.auth.cli;

import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.check.HostCheck;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs every guard and tells what it found. */
@Command(
        name = "check",
        description =
                "Runs every guard: the history of the schema and all that it names, the migrations that wait, the"
                        + " lock, the entities against tables and changelog, identifiers and rights that another"
                        + " application has changed. Two people are added in a"
                        + " transaction that is rolled back, and nothing else is written. Exits with 5 when something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** What a registration fails by as well. */
    private static final Set<String> ALREADY_TOLD =
            Set.of("HM-01", "HM-02", "HM-03", "HM-10", "HM-14", "HM-15", "JPA-10");

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--shim",
            paramLabel = "OLD.CLASS",
            description = "Tell instead whether the class of that old name may be removed, and why.")
    private @Nullable String shim;

    @Option(
            names = "--deploy",
            description =
                    "Look instead at what serves people: keys, https, proxies, limits, senders, inbox, countries, clock,"
                            + " waiting migrations. Exits with 1 on an error; each line says what to do.")
    private boolean deploy;

    CheckCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (deploy) {
            return DeployReport.of(host.get(), out);
        }
        HostSchema schema = host.get().schema();
        if (shim != null) {
            var evidence = schema.schema()
                    .guard()
                    .mayRemove(shim, Map.of("this database", schema.schema().database()));
            out.println(evidence);
            return evidence.removable() ? ExitCodes.OK : ExitCodes.FINDINGS;
        }
        List<Finding> findings = new ArrayList<>(HostCheck.of(
                schema.schema(),
                schema.entities(),
                schema.resources(),
                host.get().identifierRules()));
        findings.addAll(0, model(schema.schema()));
        if (findings.stream().noneMatch(finding -> ALREADY_TOLD.contains(finding.id()))) {
            RegistrationTrial.of(host.get().store(), host.get().clock().instant())
                    .ifPresent(findings::add);
            findings.addAll(keys());
        }
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "All is well." : findings.size() + " finding(s).");
        return findings.isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    /** A host that tells no Auth has no keys to compare. */
    private List<Finding> keys() {
        try {
            return host.get().auth().hasKeysOfDatabase()
                    ? List.of()
                    : List.of(new Finding(
                            "KEY-01",
                            "digest key",
                            "it is not the one that this database was used with: sessions, codes, waiting messages and"
                                    + " sealed second factors of that key are lost",
                            "give the application the keys that belong to the database; where new keys are meant: delete"
                                    + " from auth_throttle where bucket = 'digest-key', then start"));
        } catch (IllegalArgumentException | StoreUnavailableException e) {
            return List.of();
        }
    }

    /**
     * The host's entities as the store reads them. Where the persistence unit cannot be opened, since the tables are
     * not yet as it wants them, that is one finding among those that need no unit.
     */
    private List<Finding> model(AuthSchema schema) {
        try {
            Objects.requireNonNull(host.get().store());
            return List.of();
        } catch (HostModelException e) {
            return e.problems().stream()
                    .map(problem -> new Finding(problem.id(), "entities", problem.what(), "write: " + problem.fix()))
                    .toList();
        } catch (RuntimeException e) {
            int pending = schema.pending().size();
            String fix = pending == 0
                    ? "make the entities and the tables say the same, see the other findings"
                    : "migrate, then check again: " + pending + " change set(s) wait to run";
            return List.of(new Finding("JPA-10", "entities", "the host's store cannot be opened: " + cause(e), fix));
        }
    }

    /** The innermost message in one line. */
    private static String cause(Throwable failure) {
        Throwable at = Causes.innermost(failure);
        return String.valueOf(at.getMessage()).lines().findFirst().orElse("") + " ("
                + at.getClass().getSimpleName() + ")";
    }
}
