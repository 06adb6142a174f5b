package dev.lockstile.auth.imports.internal;

import java.math.BigDecimal;
import java.util.Comparator;

/** Orders source keys: two numbers by value, any other pair by text. */
public final class KeyOrder {

    public static final Comparator<Object> KEYS = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        }
        return one.toString().compareTo(other.toString());
    }
}
