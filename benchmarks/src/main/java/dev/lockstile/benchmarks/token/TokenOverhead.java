package dev.lockstile.benchmarks.token;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * What the library adds to bare Nimbus at verifying an access token, measured by turns in one process. Argument: the
 * number of pairs (default 2000); each side of a pair is 20 verifications.
 */
public final class TokenOverhead {

    private static final int BATCH = 20;

    private TokenOverhead() {}

    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        run(pairs, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int pairs, PrintStream out) {
        TokenChecks checks = new TokenChecks();
        ratios(checks, pairs / 2);
        double[] ratios = ratios(checks, pairs);
        Arrays.sort(ratios);
        out.println(String.format(
                Locale.ROOT,
                "access token, library over Nimbus with the same checks: median %.3f, quartiles %.3f to %.3f, %d pairs",
                ratios[pairs / 2],
                ratios[pairs / 4],
                ratios[pairs * 3 / 4],
                pairs));
    }

    private static double[] ratios(TokenChecks checks, int pairs) {
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            boolean oursFirst = i % 2 == 0;
            double first = nanosOf(oursFirst ? checks::byLibrary : checks::byNimbus);
            double second = nanosOf(oursFirst ? checks::byNimbus : checks::byLibrary);
            ratios[i] = oursFirst ? first / second : second / first;
        }
        return ratios;
    }

    private static double nanosOf(BooleanSupplier check) {
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            if (!check.getAsBoolean()) {
                throw new IllegalStateException("a good token was refused");
            }
        }
        return System.nanoTime() - start;
    }
}
