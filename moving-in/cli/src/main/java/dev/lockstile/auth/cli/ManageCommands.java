package dev.lockstile.auth.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The manage commands, mounted by a host's {@code main}: those over the schema, named as Django names them,
 * {@code import}, {@code create-superuser}, {@code audit-verify}, {@code otp-stats}, {@code cleanup}, and whatever the
 * host adds.
 *
 * <pre>{@code
 * int code = ManageCommands.of(MyHost::new).with("serve", "Serves the application.", Server::run).run(args);
 * }</pre>
 *
 * <p>Exit codes are those of {@link ExitCodes}. No command prints a password, a hash, or a full address or
 * number.
 */
public final class ManageCommands {

    private final OpenedHost host;
    private final CommandLine line;

    private ManageCommands(Supplier<? extends ManagedHost> maker, Map<String, String> environment) {
        host = new OpenedHost(maker);
        line = new CommandLine(new Root())
                .addSubcommand(new MakeMigrationsCommand(host))
                .addSubcommand(new MigrateCommand(host))
                .addSubcommand(new BackupCommand(host))
                .addSubcommand(new ShowMigrationsCommand(host))
                .addSubcommand(new RollbackCommand(host))
                .addSubcommand(new TagCommand(host))
                .addSubcommand(new HistoryCommand(host, environment))
                .addSubcommand(new TakeoverCommand(host))
                .addSubcommand(new CheckCommand(host))
                .addSubcommand(new UnlockCommand(host))
                .addSubcommand(new LockHistoryCommand(host))
                .addSubcommand(ImportCommand.of(host, environment))
                .addSubcommand(new CreateSuperuserCommand(host, environment))
                .addSubcommand(UsersCommand.of(host))
                .addSubcommand(ServiceAccountsCommand.of(host))
                .addSubcommand(ApiKeysCommand.of(host))
                .addSubcommand(FactorsCommand.of(host))
                .addSubcommand(SocialCommand.of(host))
                .addSubcommand(new AuditBeginCommand(host))
                .addSubcommand(new AuditHeadCommand(host))
                .addSubcommand(new AuditVerifyCommand(host))
                .addSubcommand(new AuditListCommand(host))
                .addSubcommand(new AuditExportCommand(host))
                .addSubcommand(new AuditSealCommand(host))
                .addSubcommand(IdentifiersCommand.of(host))
                .addSubcommand(new OtpStatsCommand(host))
                .addSubcommand(new CleanUpCommand(host))
                .addSubcommand(CodesCommand.of(host))
                .addSubcommand(new SendTestCommand(host))
                .addSubcommand(new SmokeCommand(environment))
                .addSubcommand(KeysCommand.of(Clock.systemUTC()))
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageException());
        LibraryVersion.tellOn(line);
        line.getCommandSpec().versionProvider(new InstalledVersion(host));
    }

    /**
     * {@return the commands of a host}
     *
     * @param maker makes the host when a command needs it; called at most once per run
     */
    public static ManageCommands of(Supplier<? extends ManagedHost> maker) {
        return new ManageCommands(maker, System.getenv());
    }

    static ManageCommands of(Supplier<? extends ManagedHost> maker, Map<String, String> environment) {
        return new ManageCommands(maker, environment);
    }

    /**
     * Adds a command of the host's own.
     *
     * @param name as it is typed
     * @param description one line for {@code --help}
     * @param command what runs
     * @return these commands
     */
    public ManageCommands with(String name, String description, HostCommand command) {
        Callable<Integer> action = command::run;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(action).name(name);
        spec.usageMessage().description(description);
        spec.mixinStandardHelpOptions(true);
        spec.versionProvider(new LibraryVersion());
        line.addSubcommand(name, spec);
        return this;
    }

    /**
     * Runs the command that the arguments name, and closes the host.
     *
     * @param args as the process got them
     * @return the exit code: 0 when the command did what it is for
     */
    public int run(String... args) {
        try (host) {
            return line.execute(args);
        }
    }

    /**
     * {@return the command line itself, for a host that wants more of picocli: writers, colours, commands with options}
     */
    public CommandLine commandLine() {
        return line;
    }

    @Command(name = "manage", description = "Manages the accounts of this application.")
    private static final class Root extends CommandGroup {}

    /** A command of the host's own. */
    @FunctionalInterface
    public interface HostCommand {

        /**
         * Runs the command.
         *
         * @return the exit code
         * @throws Exception when it failed: one line about it is printed, and the exit code is
         *     {@link ExitCodes#FAILED}, or {@link ExitCodes#UNUSABLE} for an {@code IllegalArgumentException}
         */
        int run() throws Exception;
    }
}
