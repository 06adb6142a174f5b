package dev.lockstile.benchmarks.password;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.benchmarks.internal.password.RawArgon2;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id on Bouncy Castle against the C program, taking turns in one run. Two ratios of medians: processor time (with
 * the garbage collector on our side, page faults on theirs, threads added up on both), which another load on the
 * machine hardly moves, and wall-clock time without the start of the process. Before measuring, both must produce the
 * same hash. Arguments: rounds (default 60), path of the program (default {@code argon2}).
 */
final class Argon2AgainstC {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Argon2Cost NEXT_TO_NOTHING = new Argon2Cost(8, 1, 1);

    private final ReferenceProgram program;
    private final PrintStream out;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private Argon2AgainstC(ReferenceProgram program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    /** Measures OWASP's figures and RFC 9106's; says so and ends well when the program is not installed. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        String path = arguments.length > 1 ? arguments[1] : "argon2";
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(path, rounds, out, Argon2Cost.owasp(), Argon2Cost.strong());
    }

    static boolean run(String path, int rounds, PrintStream out, Argon2Cost... costs) throws IOException {
        ReferenceProgram program = new ReferenceProgram(path);
        if (!program.installed()) {
            out.println("skipped: there is no program '" + path + "' here (Debian: apt-get install argon2)");
            return false;
        }
        for (Argon2Cost cost : costs) {
            new Argon2AgainstC(program, out).measure(cost, rounds);
        }
        return true;
    }

    private void measure(Argon2Cost cost, int rounds) throws IOException {
        agree(cost);
        for (int i = 0; i < Math.min(rounds, 20); i++) {
            ours(cost);
        }
        double[][] taken = new double[6][rounds];
        for (int i = 0; i < rounds; i++) {
            round(cost, taken, i);
        }
        report(cost, rounds, taken);
    }

    private void round(Argon2Cost cost, double[][] taken, int i) throws IOException {
        long process = system.getProcessCpuTime();
        long thread = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        ours(cost);
        taken[0][i] = (System.nanoTime() - began) / 1e6;
        taken[1][i] = (threads.getCurrentThreadCpuTime() - thread) / 1e6;
        taken[5][i] = (system.getProcessCpuTime() - process) / 1e6;
        taken[2][i] = wallOfProgram(cost);
        taken[3][i] = wallOfProgram(NEXT_TO_NOTHING);
        taken[4][i] = program.processorMillis(cost, PASSWORD);
    }

    private double wallOfProgram(Argon2Cost cost) throws IOException {
        long began = System.nanoTime();
        String hash = program.hash(cost, PASSWORD);
        double millis = (System.nanoTime() - began) / 1e6;
        if (hash.isEmpty()) {
            throw new IOException("the argon2 program computed nothing");
        }
        return millis;
    }

    private void report(Argon2Cost cost, int rounds, double[][] taken) {
        Samples start = new Samples(taken[3]);
        Samples wall = new Samples(taken[2]).minus(start.median());
        // the process clock ticks in 10 ms here, so only its mean says anything
        double others = Math.max(0, new Samples(taken[5]).mean() - new Samples(taken[1]).mean());
        out.println(cost + ", " + rounds + " rounds, milliseconds");
        line("processor", new Samples(taken[1]).minus(-others), new Samples(taken[4]));
        out.println(String.format(Locale.ROOT, "  of it the JVM's other threads (garbage, compiler) %.1f", others));
        line("wall     ", new Samples(taken[0]), wall);
        out.println("  start of the process, subtracted: " + start.describe());
    }

    private void line(String kind, Samples ours, Samples theirs) {
        out.println("  " + kind + " Java " + ours.describe());
        out.println("  " + kind + " C    " + theirs.describe());
        out.println(String.format(Locale.ROOT, "  %s Java/C %.2f", kind, ours.median() / theirs.median()));
    }

    private void agree(Argon2Cost cost) throws IOException {
        String ours = HexFormat.of().formatHex(ours(cost));
        String theirs = program.hash(cost, PASSWORD);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("Java and C disagree about " + cost + ": " + ours + ", " + theirs);
        }
    }

    private static byte[] ours(Argon2Cost cost) {
        byte[] salt = ReferenceProgram.SALT.getBytes(StandardCharsets.US_ASCII);
        Argon2Parameters parameters =
                RawArgon2.parameters(cost.memoryKib(), cost.iterations(), cost.parallelism(), salt);
        return RawArgon2.compute(parameters, PASSWORD.getBytes(StandardCharsets.UTF_8), 32);
    }
}
