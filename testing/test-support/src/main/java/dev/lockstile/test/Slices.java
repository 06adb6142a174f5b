package dev.lockstile.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs only the cases of an inherited contract that have one of these tags. With {@code -Pproof} all of them run.
 * CONTRIBUTING.md says which case belongs to which slice.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Slices {

    /** Cases that depend on the type of the keys, or on who makes them. */
    String KEYS = "keys";

    /** Cases that depend on the names and types of the host's columns: every statement at least once. */
    String COLUMNS = "columns";

    /** Cases that depend on who begins and ends a transaction. */
    String TRANSACTIONS = "transactions";

    /** The tags of the cases to run. */
    String[] value();
}
