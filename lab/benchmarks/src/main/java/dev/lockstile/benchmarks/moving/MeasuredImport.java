package dev.lockstile.benchmarks.moving;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.benchmarks.internal.host.BenchHost;
import dev.lockstile.benchmarks.internal.host.Database;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import in a process of its own with a heap of 256 MB, so that its memory is bounded by the JVM itself. */
final class MeasuredImport {

    private MeasuredImport() {}

    /**
     * What was seen.
     *
     * @param seconds from the opened source to the finished report
     * @param heapMb the sum of the peaks of all heap pools
     */
    record Seen(long people, double seconds, long heapMb) {
        double rate() {
            return people / seconds;
        }
    }

    /** Imports into the host's database; a heap that does not suffice ends the process, and the measurement. */
    static Seen run(Database old, Database host, int workers) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredImport.class.getName()));
        command.addAll(List.of(old.url(), host.url(), Integer.toString(workers)));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            @Nullable Seen seen = null;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("seen ")) {
                        String[] words = line.split(" ");
                        seen = new Seen(
                                Long.parseLong(words[1]), Double.parseDouble(words[2]), Long.parseLong(words[3]));
                    }
                }
            }
            if (process.waitFor() != 0 || seen == null) {
                throw new IllegalStateException("the import ended with " + process.exitValue());
            }
            return seen;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The old database, the host's, and the number of workers. */
    public static void main(String[] args) {
        Database host = new Database(args[1] + "&reWriteBatchedInserts=true", "postgres");
        try (HikariDataSource pool = host.pool(4);
                EntityManagerFactory emf = BenchHost.open(pool);
                Source source = Sources.open(new SourceAccess(args[0], null, null))) {
            ImportTarget target = new ImportTarget(
                    JpaAuthStore.of(emf),
                    IdentifierRules.standard(),
                    Passwords.of(PasswordSettings.owasp()).formats(),
                    Clock.systemUTC());
            ImportOptions options = ImportOptions.defaults().withWorkers(Integer.parseInt(args[2]));
            long began = System.nanoTime();
            ImportReport report =
                    new UserImport(target, options).run(source, DjangoPreset.standard(), ImportWatch.none());
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println("seen " + report.people().in(State.CREATED) + " " + seconds + " " + peakMb());
        }
    }

    private static long peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
