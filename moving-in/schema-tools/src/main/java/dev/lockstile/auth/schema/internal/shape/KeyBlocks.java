package dev.lockstile.auth.schema.internal.shape;

import java.util.Optional;
import org.hibernate.id.enhanced.HiLoOptimizer;
import org.hibernate.id.enhanced.LegacyHiLoAlgorithmOptimizer;
import org.hibernate.id.enhanced.NoopOptimizer;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledLoOptimizer;
import org.hibernate.id.enhanced.PooledLoThreadLocalOptimizer;
import org.hibernate.id.enhanced.PooledOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an entity makes of one value of its counter.
 *
 * @param kind how the value and its keys belong together
 * @param size how many keys there are
 */
public record KeyBlocks(Kind kind, int size) {

    /** One key for each value. */
    static final KeyBlocks SINGLE = new KeyBlocks(Kind.FIRST, 1);

    /** Which key of its block a value is. */
    public enum Kind {
        FIRST,
        LAST,
        /** The value counts blocks, of which the first has the number 1. */
        NUMBER,
        /** The value counts blocks, of which the first has the number 0. */
        NUMBER_FROM_ZERO,
        /** An optimizer that this class does not know. */
        UNKNOWN
    }

    static KeyBlocks of(@Nullable Optimizer optimizer, int increment) {
        if (optimizer == null || optimizer instanceof NoopOptimizer) {
            return SINGLE;
        }
        if (optimizer instanceof PooledOptimizer) {
            return new KeyBlocks(Kind.LAST, increment);
        }
        if (optimizer instanceof HiLoOptimizer) {
            return new KeyBlocks(Kind.NUMBER, increment);
        }
        if (optimizer instanceof LegacyHiLoAlgorithmOptimizer) {
            return new KeyBlocks(Kind.NUMBER_FROM_ZERO, increment + 1);
        }
        boolean first = optimizer instanceof PooledLoOptimizer || optimizer instanceof PooledLoThreadLocalOptimizer;
        return new KeyBlocks(first ? Kind.FIRST : Kind.UNKNOWN, increment);
    }

    /** The lowest key of the block of this value; empty where it is not known. */
    public Optional<Long> lowest(long value) {
        return switch (kind) {
            case FIRST -> Optional.of(value);
            case LAST -> Optional.of(Math.max(1, value - size + 1));
            case NUMBER -> Optional.of(Math.max(1, (value - 1) * size + 1));
            case NUMBER_FROM_ZERO -> Optional.of(Math.max(1, value * size));
            case UNKNOWN -> Optional.empty();
        };
    }

    /** The lowest value whose block lies above that key. */
    public long above(long key) {
        return switch (kind) {
            case FIRST, UNKNOWN -> key + 1;
            case LAST -> key + size;
            case NUMBER -> (key + size - 1) / size + 1;
            case NUMBER_FROM_ZERO -> key / size + 1;
        };
    }
}
