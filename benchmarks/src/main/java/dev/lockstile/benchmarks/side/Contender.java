package dev.lockstile.benchmarks.side;

import java.util.function.BooleanSupplier;

/** One way to do the same piece of work; the work answers whether it went well. */
record Contender(String name, BooleanSupplier work) {

    void doIt(int times) {
        for (int i = 0; i < times; i++) {
            if (!work.getAsBoolean()) {
                throw new IllegalStateException(name + " refused what it should take: there is nothing to compare");
            }
        }
    }
}
