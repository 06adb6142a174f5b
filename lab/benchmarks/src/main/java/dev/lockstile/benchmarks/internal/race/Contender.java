package dev.lockstile.benchmarks.internal.race;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One way to do the same piece of work; the work answers whether it went well.
 *
 * @param pieces how many of the pieces that are counted one call of the work does
 * @param threads by their names, those whose allocations are counted
 */
public record Contender(String name, int pieces, BooleanSupplier work, Predicate<String> threads) {

    /** A contender whose threads are all counted. */
    public Contender(String name, int pieces, BooleanSupplier work) {
        this(name, pieces, work, any -> true);
    }

    /** A contender that does one piece at a time. */
    public Contender(String name, BooleanSupplier work) {
        this(name, 1, work);
    }

    void doIt(int times) {
        for (int i = 0; i < times; i++) {
            if (!work.getAsBoolean()) {
                throw new IllegalStateException(name + " refused what it should take: there is nothing to compare");
            }
        }
    }
}
