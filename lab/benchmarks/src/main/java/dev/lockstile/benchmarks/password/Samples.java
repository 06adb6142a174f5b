package dev.lockstile.benchmarks.password;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Figures of one kind in milliseconds, in the order they were taken. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Samples(double[] values) {

    static double millisOf(BooleanSupplier work) {
        long began = System.nanoTime();
        if (!work.getAsBoolean()) {
            throw new IllegalStateException("the measured work failed");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    double median() {
        return quantile(0.5);
    }

    double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** How noisy the run was: the distance between the quartiles as a share of the median. */
    double spread() {
        return (quantile(0.75) - quantile(0.25)) / median();
    }

    /** Pair by pair, this over that: a disturbance that lasts longer than a pair falls out. */
    Samples over(Samples other) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, i -> values[i] / other.values[i]);
        return new Samples(ratios);
    }

    /** The lower end of the median's 95 % interval, by ranks, whatever the distribution. */
    double low() {
        return quantile(Math.max(0, 0.5 - 0.98 / Math.sqrt(values.length)));
    }

    /** The upper end. */
    double high() {
        return quantile(Math.min(1, 0.5 + 0.98 / Math.sqrt(values.length)));
    }

    Samples minus(double each) {
        return new Samples(Arrays.stream(values).map(value -> value - each).toArray());
    }

    String describe() {
        return String.format(Locale.ROOT, "%8.3f  (quartiles apart by %.1f %%)", median(), 100 * spread());
    }

    private double quantile(double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
