package dev.lockstile.auth;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is made when it is asked for the first time, by one thread, so that an unused one loads no class. */
final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? first() : known;
    }

    private synchronized T first() {
        T known = made;
        if (known == null) {
            known = Objects.requireNonNull(make).get();
            made = known;
            make = null;
        }
        return known;
    }
}
