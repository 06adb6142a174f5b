package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Place;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists entries of the audit trail. */
@Command(
        name = "audit-list",
        description =
                "Prints entries of the audit trail, the latest first, with tabs between number, time, name, outcome,"
                        + " user, session, acting user and detail.",
        mixinStandardHelpOptions = true)
final class AuditListCommand implements Callable<Integer> {

    private static final int PAGE = 200;

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", paramLabel = "KEY", description = "Only entries about the account of this key.")
    private @Nullable String user;

    @Option(
            names = "--actor",
            paramLabel = "KEY",
            description = "Only what the user of this key did to other accounts.")
    private @Nullable String actor;

    @Option(names = "--name", paramLabel = "NAME", description = "Only entries of this name, such as authn_login_fail.")
    private @Nullable String name;

    @Option(names = "--from", paramLabel = "TIME", description = "Only of this time or later: 2026-01-31T00:00:00Z.")
    private @Nullable Instant from;

    @Option(names = "--until", paramLabel = "TIME", description = "Only before this time.")
    private @Nullable Instant until;

    @Option(names = "--max", paramLabel = "N", defaultValue = "50", description = "At most so many; ${DEFAULT-VALUE}.")
    private int max;

    AuditListCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        AuditRecords records = AuditRecordsOf.host(host.get());
        PrintWriter out = spec.commandLine().getOut();
        AuditRecords.Query query =
                AuditRecords.Query.all().ofUser(user).byActor(actor).named(name).between(from, until);
        int left = max;
        Place place = null;
        while (left > 0) {
            AuditRecords.Page page = records.page(query.after(place).sized(Math.min(PAGE, left)));
            page.entries().forEach(entry -> out.println(line(entry)));
            left -= page.entries().size();
            place = page.next();
            if (place == null) {
                break;
            }
        }
        return ExitCodes.OK;
    }

    private static String line(Entry entry) {
        return String.join(
                "\t",
                String.valueOf(entry.number()),
                entry.at().toString(),
                text(entry.name()),
                entry.succeeded() ? "ok" : "refused",
                text(entry.user()),
                text(entry.session()),
                text(entry.actor()),
                text(entry.detail()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : TerminalText.of(value.replace('\t', ' ').replace('\n', ' '));
    }
}
