package dev.lockstile.benchmarks.password;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * What the library adds to the bare primitive, measured alternately in one process: library, primitive, primitive,
 * library, and so on. Argument: the number of pairs (default 200).
 */
final class VerifyOverhead {

    private VerifyOverhead() {}

    /** Prints, for Argon2id and bcrypt, the median of the pairwise ratios and a 95 % interval around it. */
    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        run(Checks.full(), pairs, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Checks checks, int pairs, PrintStream out) {
        out.println("milliseconds of one check of the right password, " + pairs + " pairs");
        compare("argon2id", checks::libraryArgon2, checks::primitiveArgon2, pairs, out);
        compare("bcrypt", checks::libraryBcrypt, checks::primitiveBcrypt, pairs, out);
    }

    private static void compare(
            String name, BooleanSupplier library, BooleanSupplier primitive, int pairs, PrintStream out) {
        take(library, primitive, Math.min(pairs, 20));
        Samples[] taken = take(library, primitive, pairs);
        Samples ratios = taken[0].over(taken[1]);
        out.println(name + " library   " + taken[0].describe());
        out.println(name + " primitive " + taken[1].describe());
        out.println(String.format(
                Locale.ROOT,
                "%s ratio     %8.4f  (95 %%: %.4f to %.4f)",
                name,
                ratios.median(),
                ratios.low(),
                ratios.high()));
    }

    private static Samples[] take(BooleanSupplier library, BooleanSupplier primitive, int pairs) {
        double[] ours = new double[pairs];
        double[] bare = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            // the second one finds warmer caches and more garbage: take turns
            if (i % 2 == 0) {
                ours[i] = Samples.millisOf(library);
                bare[i] = Samples.millisOf(primitive);
            } else {
                bare[i] = Samples.millisOf(primitive);
                ours[i] = Samples.millisOf(library);
            }
        }
        return new Samples[] {new Samples(ours), new Samples(bare)};
    }
}
