package dev.lockstile.benchmarks.moving;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.plan.Planning;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.verify.Verification;
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

/** Steps of an import, each in a process of its own with a heap of 256 MB, so that the JVM itself bounds its memory. */
final class MeasuredImport {

    /** What a process does, and how many people it did it for. */
    enum Step {
        PLAN {
            @Override
            long people(UserImportParts parts, Source source) {
                return new Planning(parts.target(), parts.options(), List.of())
                        .plan(source, DjangoPreset.standard(), ImportWatch.none())
                        .report()
                        .people()
                        .in(State.CREATED);
            }
        },
        RUN {
            @Override
            long people(UserImportParts parts, Source source) {
                return new UserImport(parts.target(), parts.options())
                        .run(source, DjangoPreset.standard(), ImportWatch.none())
                        .people()
                        .in(State.CREATED);
            }
        },
        VERIFY {
            @Override
            long people(UserImportParts parts, Source source) {
                VerifyReport report =
                        new Verification(parts.target(), parts.options()).run(source, DjangoPreset.standard());
                if (!report.isClean()) {
                    throw new IllegalStateException("differences: " + report.toMap());
                }
                return report.rows("users").in(VerifiedRows.EQUAL);
            }
        },
        ROLLBACK {
            @Override
            long people(UserImportParts parts, Source source) {
                String run = new ImportHistory(parts.target().store())
                        .latest(1)
                        .get(0)
                        .runId();
                return new RunRollback(parts.target().store(), Clock.systemUTC())
                        .run(run, ImportWatch.none())
                        .removed("users");
            }
        };

        abstract long people(UserImportParts parts, Source source);
    }

    /** Where to and how. */
    record UserImportParts(ImportTarget target, ImportOptions options) {}

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
    static Seen run(Step step, Database old, Database host, int workers) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredImport.class.getName()));
        command.addAll(List.of(old.url(), host.url(), Integer.toString(workers), step.name()));
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

    /** The old database, the host's, the number of workers, and the step. */
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
            UserImportParts parts = new UserImportParts(target, options);
            long began = System.nanoTime();
            long people = Step.valueOf(args[3]).people(parts, source);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println("seen " + people + " " + seconds + " " + peakMb());
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
