package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.make.MakeMigrations;
import dev.lockstile.auth.schema.make.MakeOptions;
import dev.lockstile.auth.schema.make.MigrationDraft;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the next change file from the host's entities. */
@Command(
        name = "makemigrations",
        description = "Compares the entities with the state the changelog leads to and writes the difference as one new"
                + " change file. No database is asked.",
        mixinStandardHelpOptions = true)
final class MakeMigrationsCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", paramLabel = "NAME", description = "What the file is called behind its number.")
    private @Nullable String name;

    @Option(names = "--dry-run", description = "Print the file instead of writing it.")
    private boolean dryRun;

    @Option(names = "--check", description = "Write nothing, and exit with 4 when there is a difference: for CI.")
    private boolean check;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or TABLE.COLUMN that has another name now. Never guessed. May be repeated.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--no-rename", description = "What looks like a rename is none.")
    private boolean noRename;

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=VALUE",
            description = "What rows that are there already get in a new column that may not be null. May be repeated.")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--contract",
            paramLabel = "TABLE[.COLUMN]",
            description = "What may be dropped or rewritten, now that no release in use needs it. May be repeated.")
    private Set<String> contract = new LinkedHashSet<>();

    @Option(
            names = "--unused-since",
            paramLabel = "RELEASE",
            description = "Since which release no code uses what --contract drops; by default the migration before.")
    private @Nullable String unusedSince;

    @Option(
            names = "--signed-off-by",
            paramLabel = "NAME",
            description = "Who agreed to what --contract drops; by default the user who runs the command.")
    private @Nullable String signedOffBy;

    MakeMigrationsCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        HostSchema schema = host.get().schema();
        MakeMigrations making = MakeMigrations.of(schema.schema(), schema.entities(), schema.resources());
        MigrationDraft draft =
                making.draft(new MakeOptions(name, renames, noRename, defaults, contract, unusedSince, signedOffBy));
        PrintWriter out = spec.commandLine().getOut();
        draft.notes().forEach(note -> out.println("note: " + note));
        if (draft.isEmpty()) {
            out.println("Nothing to write: the changelog leads to what the entities want.");
            return ExitCodes.OK;
        }
        if (!draft.questions().isEmpty()) {
            draft.questions().forEach(question -> spec.commandLine().getErr().println("makemigrations: " + question));
            return check ? ExitCodes.DIFFERENT : ExitCodes.UNUSABLE;
        }
        return tell(making, draft, out);
    }

    private int tell(MakeMigrations making, MigrationDraft draft, PrintWriter out) {
        if (dryRun) {
            out.println("-- " + draft.path());
            out.println(draft.text());
        } else if (!check) {
            out.println(making.write(draft));
        }
        for (String step : draft.steps()) {
            out.println("  - " + step);
        }
        return check ? ExitCodes.DIFFERENT : ExitCodes.OK;
    }
}
