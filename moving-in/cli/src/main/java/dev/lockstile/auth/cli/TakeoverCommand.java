package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.takeover.SchemaTakeover;
import dev.lockstile.auth.schema.takeover.TakeoverOptions;
import dev.lockstile.auth.schema.takeover.TakeoverPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes over the tables of another application. */
@Command(
        name = "takeover",
        description =
                "Reads the tables of another application in the host's database, proposes entities that fit them, and"
                        + " writes a baseline and the additions. Nothing is renamed, dropped or written in the tables; run"
                        + " migrate afterwards.",
        mixinStandardHelpOptions = true)
final class TakeoverCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--package",
            required = true,
            paramLabel = "NAME",
            description = "Package of the proposed entities.")
    private String packageName = "";

    @Option(
            names = "--entities",
            paramLabel = "DIR",
            description = "Write the proposed entities there, such as src/main/java; otherwise they are printed.")
    private @Nullable Path entities;

    @Option(
            names = "--table",
            paramLabel = "PART=TABLE",
            description = "Which table is meant: user, profile, device or social. Empty for none. May be repeated.")
    private Map<String, String> tables = new LinkedHashMap<>();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=VALUE",
            description = "What a column of the other application gets in rows that are added here: uuid, now, a"
                    + " constant, SQL, or mapped where your entity sets it. May be repeated.")
    private Map<String, String> fills = new LinkedHashMap<>();

    @Option(
            names = "--column",
            paramLabel = "ATTRIBUTE=COLUMN",
            description = "Which column of the users email, phone or username shares. May be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "Tell what would be written, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--additions",
            description = "After a takeover: write the columns and tables that the other application has added since.")
    private boolean additions;

    TakeoverCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        HostSchema schema = host.get().schema();
        ChangelogSources sources =
                new ChangelogSources(schema.resources(), schema.schema().changelog());
        if (!sources.baselines().isEmpty()) {
            return again(schema, sources);
        }
        TakeoverPlan plan = SchemaTakeover.of(schema.schema().database())
                .plan(new TakeoverOptions(packageName, tables, fills, columns));
        if (!dryRun) {
            plan = plan.replayed();
        }
        if (!plan.questions().isEmpty()) {
            plan.questions().forEach(question -> spec.commandLine().getErr().println("takeover: " + question));
            return ExitCodes.UNUSABLE;
        }
        PrintWriter out = spec.commandLine().getOut();
        plan.notes().forEach(note -> out.println("note: " + note));
        plan.baseline().forEach(words -> out.println("  = " + words));
        plan.additions().forEach(words -> out.println("  + " + words));
        if (!dryRun) {
            SchemaTakeover.write(plan, sources).forEach(out::println);
        }
        for (Map.Entry<String, String> entity : plan.entities().entrySet()) {
            propose(entity.getKey(), entity.getValue(), out);
        }
        return ExitCodes.OK;
    }

    /** The first takeover stands; offered is what the other application has added since. */
    private int again(HostSchema schema, ChangelogSources sources) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Already taken over by " + String.join(", ", sources.baselines()) + ".");
        TakeoverPlan since = SchemaTakeover.since(schema.schema().readingFirst(schema.resources()));
        since.additions().forEach(words -> out.println("  + " + words));
        if (since.additions().isEmpty()) {
            out.println("Nothing has come since, and nothing was written.");
        } else if (additions && !dryRun) {
            out.println(SchemaTakeover.writeSince(since, sources));
        } else {
            out.println("Nothing was written. Say --additions to write what has come since.");
        }
        return ExitCodes.OK;
    }

    /** A class that is there is the host's and is not overwritten. */
    private void propose(String name, String text, PrintWriter out) throws IOException {
        if (entities == null || dryRun) {
            out.println("\n" + text);
            return;
        }
        Path file = entities.resolve(packageName.replace('.', '/')).resolve(name + ".java");
        if (Files.exists(file)) {
            out.println(file + " is there already; proposed is:\n" + text);
            return;
        }
        Files.createDirectories(file.getParent());
        out.println(Files.writeString(file, text, StandardOpenOption.CREATE_NEW));
    }
}
