package dev.lockstile.auth.factor;

/** How something about second factors ended. */
public sealed interface FactorResult<T> {

    /** It is done, or this is what there is. */
    record Done<T>(T value) implements FactorResult<T> {}

    /** Nothing changed but the count of attempts. */
    record Refused<T>(FactorRefusal why) implements FactorResult<T> {}
}
