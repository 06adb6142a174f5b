package dev.lockstile.benchmarks.internal.race;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Contenders at the same work, taking turns; the first is the yardstick. A ratio is taken within each turn, so that
 * what disturbs the machine for longer than a turn falls out.
 */
public record Race(String title, List<Ranking> standings) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Lets them take their turns. */
    public static Race run(String title, List<Contender> contenders, Effort effort) {
        take(contenders, effort.warmUp(), effort.batch());
        double[][] nanos = take(contenders, effort.turns(), effort.batch());
        List<Ranking> standings = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            Contender one = contenders.get(i);
            double pieces = effort.batch() * one.pieces();
            standings.add(status(new Timed(one.name(), nanos[i], bytes(one, effort.batch())), nanos[0], pieces));
        }
        return new Race(title, List.copyOf(standings));
    }

    /** Prints how they came off. */
    public Race tell() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(title);
        for (Ranking one : standings) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-34s %7.3f  (95 %%: %.3f to %.3f) %9d bytes %9.1f us",
                    one.name(),
                    one.ratio(),
                    one.low(),
                    one.high(),
                    one.bytes(),
                    one.micros()));
        }
        return this;
    }

    private static double[][] take(List<Contender> contenders, int turns, int batch) {
        double[][] nanos = new double[contenders.size()][turns];
        for (int turn = 0; turn < turns; turn++) {
            for (int n = 0; n < contenders.size(); n++) {
                // who follows whom changes each time: garbage and warm caches are shared out
                int who = (n + turn) % contenders.size();
                long began = System.nanoTime();
                contenders.get(who).doIt(batch);
                nanos[who][turn] = System.nanoTime() - began;
            }
        }
        return nanos;
    }

    /** What was timed elsewhere, by turns as well; the first is the yardstick. */
    public static Race of(String title, List<Timed> timed) {
        return new Race(
                title,
                timed.stream().map(one -> status(one, timed.get(0).nanos(), 1)).toList());
    }

    private static Ranking status(Timed timed, double[] yardstick, double pieces) {
        double[] own = timed.nanos();
        double[] ratios = new double[own.length];
        Arrays.setAll(ratios, i -> own[i] / yardstick[i]);
        double apart = 0.98 / Math.sqrt(own.length);
        return new Ranking(
                timed.name(),
                quantile(ratios, 0.5),
                quantile(ratios, Math.max(0, 0.5 - apart)),
                quantile(ratios, Math.min(1, 0.5 + apart)),
                quantile(own, 0.5) / pieces / 1_000,
                timed.bytes());
    }

    private static long bytes(Contender contender, int batch) {
        long before = allocated(contender.threads());
        contender.doIt(batch);
        return Math.max(0, allocated(contender.threads()) - before) / batch / contender.pieces();
    }

    /** By all threads of these names, for some contenders have several. */
    private static long allocated(Predicate<String> names) {
        long[] counted = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && names.test(thread.getThreadName()))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(THREADS.getThreadAllocatedBytes(counted))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /**
     * A contender's turns.
     *
     * @param nanos how long each took
     * @param bytes what each needed of the heap
     */
    public record Timed(String name, double[] nanos, long bytes) {}
}
