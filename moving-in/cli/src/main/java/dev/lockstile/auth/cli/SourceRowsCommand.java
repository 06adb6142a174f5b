package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.archive.SourceRowArchive;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code archive}: writes the source rows that runs with {@code --archive-rows} archived to a file, or deletes them.
 */
@Command(
        description =
                "Writes the source rows that run --archive-rows archived to a new file that only its owner may read, as"
                        + " JSON lines: every cell unencrypted, password hashes included. Or deletes them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SourceRowsCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--system",
            required = true,
            paramLabel = "NAME",
            description = "Name of the old system in the ledger, by default its preset's.")
    private String system = "";

    @ArgGroup(exclusive = false)
    private @Nullable OneRow one;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** A single row. */
    static final class OneRow {

        @Option(
                names = "--entity",
                required = true,
                paramLabel = "NAME",
                description = "Kind of one row, such as users.")
        private String entity = "";

        @Option(names = "--id", required = true, paramLabel = "ID", description = "Its old key.")
        private String id = "";
    }

    /** What becomes of them. */
    static final class What {

        @Option(names = "--file", paramLabel = "FILE", description = "Where to; it must not be there yet.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable Forgetting forgetting;
    }

    /** Both words are needed. */
    static final class Forgetting {

        @Option(names = "--forget", required = true, description = "Forget them for good.")
        private boolean forget;

        @Option(names = "--yes", required = true, description = "Yes, forget them.")
        private boolean yes;
    }

    SourceRowsCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        Secret key = host.get().importKey().orElse(null);
        SourceRowArchive archive = new SourceRowArchive(host.get().store(), key);
        Path file = what.file;
        long rows = file == null ? forget(archive) : write(archive, file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(file == null ? rows + " rows are forgotten." : rows + " rows are in " + file + ".");
        return rows == 0 && one != null ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private long forget(SourceRowArchive archive) {
        if (one == null) {
            return archive.forget(system);
        }
        return archive.forget(system, one.entity, one.id) ? 1 : 0;
    }

    /** All of it or, when anything is in the way, no file. */
    private long write(SourceRowArchive archive, Path file) throws IOException {
        try (OwnersFile lines = OwnersFile.create(file)) {
            long rows = one == null ? archive.each(system, lines::line) : write(archive, one, lines);
            lines.finish();
            return rows;
        }
    }

    private long write(SourceRowArchive archive, OneRow wanted, OwnersFile lines) {
        Optional<String> found = archive.one(system, wanted.entity, wanted.id);
        found.ifPresent(lines::line);
        return found.isPresent() ? 1 : 0;
    }
}
