package dev.lockstile.auth.cli;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import dev.lockstile.auth.upkeep.Upkeep;
import dev.lockstile.auth.upkeep.Upkeep.CodeStatistics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how many codes there are, and what became of them. */
@Command(
        name = "otp-stats",
        description = "Counts one-time codes and links: all, those of today, used and run out, by channel.",
        mixinStandardHelpOptions = true)
final class OtpStatsCommand implements Callable<Integer> {

    private static final String ROW = "%-8s %10s %10s %10s %10s%n";

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--days", paramLabel = "N", description = "Count the codes of the last N days alone.")
    private @Nullable Integer days;

    OtpStatsCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (days != null && days < 1) {
            throw new IllegalArgumentException("--days takes 1 or more");
        }
        Upkeep upkeep = Upkeep.of(host.get().store(), host.get().clock());
        CodeStatistics found = days == null ? upkeep.statistics() : upkeep.statistics(Duration.ofDays(days));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "channel", "total", "today", "verified", "expired");
        for (Channel channel : Channel.values()) {
            print(out, channel.name(), found.of(channel));
        }
        print(out, "all", found.all());
        return ExitCodes.OK;
    }

    private static void print(PrintWriter out, String name, CodeCounts figures) {
        out.printf(ROW, name, figures.total(), figures.today(), figures.verified(), figures.expired());
    }
}
