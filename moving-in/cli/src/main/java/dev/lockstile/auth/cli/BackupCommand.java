package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.source.SourceAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backs the application's database up. */
@Command(
        name = "backup",
        description =
                "Backs the database up with its own tool (pg_dump, mariadb-dump, H2's SCRIPT) and restores the copy into"
                        + " a throw-away database to see that it is whole. The file holds password hashes and addresses:"
                        + " this user alone can read it.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the file goes; made if missing.")
    private Path folder = Path.of("");

    @Option(
            names = "--tools",
            paramLabel = "FOLDER",
            description = "Where pg_dump or mariadb-dump is, of the server's version or newer; on the PATH otherwise.")
    private @Nullable Path tools;

    BackupCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        backUp(host.get(), folder, tools, spec.commandLine().getOut());
        return ExitCodes.OK;
    }

    /** Makes a copy and tells about it. */
    static void backUp(ManagedHost host, Path folder, @Nullable Path tools, PrintWriter out)
            throws IOException, InterruptedException, SQLException {
        SourceAccess access = host.databaseAccess()
                .orElseThrow(() -> new IllegalArgumentException(
                        "this host does not tell how to reach its database: override ManagedHost.databaseAccess()"));
        DataSource database = host.schema().schema().database();
        Backup.Made made = new Backup(
                        BackupTool.of(database, access, tools),
                        database,
                        host.clock().instant())
                .into(folder);
        out.println("Backup " + made.file() + ": " + made.bytes() + " bytes, " + made.rows() + " rows; " + made.note()
                + ".");
        if (!made.restored()) {
            out.println("It was not restored: a backup counts once it was.");
        }
    }
}
