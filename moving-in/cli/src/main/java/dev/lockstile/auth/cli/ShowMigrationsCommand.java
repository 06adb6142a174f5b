package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.Migration;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the change sets by file, each with the time at which it ran. */
@Command(
        name = "showmigrations",
        description = "Lists what has run, when, and what has not.",
        mixinStandardHelpOptions = true)
final class ShowMigrationsCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ShowMigrationsCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String path = "";
        for (Migration migration : host.get().schema().schema().history()) {
            if (!migration.path().equals(path)) {
                path = migration.path();
                out.println(path);
            }
            out.println(line(migration));
        }
        return ExitCodes.OK;
    }

    private static String line(Migration migration) {
        String mark = switch (migration.state()) {
            case APPLIED -> "[X] ";
            case MARKED -> "[-] ";
            case PENDING -> "[ ] ";
            case OTHER_DATABASE, UNUSED -> "[.] ";
            case GONE -> "[?] ";
        };
        return " " + mark + migration.id() + "  " + words(migration)
                + (migration.tag() == null ? "" : "  tag " + migration.tag());
    }

    private static String words(Migration migration) {
        return switch (migration.state()) {
            case APPLIED -> String.valueOf(migration.appliedAt());
            case MARKED -> migration.appliedAt() + " (skipped by its precondition)";
            case PENDING -> "pending";
            case OTHER_DATABASE -> "for another kind of database";
            case UNUSED -> "not used by this host";
            case GONE -> migration.appliedAt() + " (not in the changelog any more)";
        };
    }
}
