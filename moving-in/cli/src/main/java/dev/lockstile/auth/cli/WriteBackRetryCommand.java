package dev.lockstile.auth.cli;

import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.model.UserId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code write-back retry}: makes dead letters due again. */
@Command(
        description = "Sends dead letters again, once their cause is removed. Exits with 1 when a named user has no"
                + " dead letter.",
        mixinStandardHelpOptions = true)
final class WriteBackRetryCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "USER",
            arity = "0..*",
            description = "The keys of users, as import write-back status prints.")
    private List<String> users = new ArrayList<>();

    @Option(names = "--all", description = "All dead letters.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "REASON", description = "All dead letters with that reason.")
    private @Nullable String reason;

    WriteBackRetryCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        int selections = (users.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (reason == null ? 0 : 1);
        if (selections != 1) {
            throw new IllegalArgumentException("name users, or give --all, or --reason REASON");
        }
        WriteBack writeBack = host.get().writeBack();
        return users.isEmpty()
                ? many(writeBack)
                : named(writeBack, users.stream().map(this::user).toList());
    }

    private int many(WriteBack writeBack) {
        long released = reason == null ? writeBack.retryAll() : writeBack.retryAll(reason);
        spec.commandLine().getOut().println(released + " dead letters will be sent again.");
        return ExitCodes.OK;
    }

    private int named(WriteBack writeBack, List<UserId> wanted) {
        PrintWriter out = spec.commandLine().getOut();
        long released = 0;
        for (UserId user : wanted) {
            boolean was = writeBack.retry(user);
            released += was ? 1 : 0;
            out.println(user + (was ? " will be sent again." : " has no dead letter."));
        }
        return released == wanted.size() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private UserId user(String text) {
        return host.get()
                .store()
                .userId(text)
                .orElseThrow(() -> new IllegalArgumentException("not the key of a user: " + text));
    }
}
