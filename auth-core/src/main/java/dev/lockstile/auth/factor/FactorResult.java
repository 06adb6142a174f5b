package dev.lockstile.auth.factor;

/**
 * How something about second factors ended.
 *
 * @param <T> what there is when it is done
 */
public sealed interface FactorResult<T> {

    /**
     * It is done, or this is what there is.
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    record Done<T>(T value) implements FactorResult<T> {}

    /**
     * Nothing changed but the count of attempts.
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     */
    record Refused<T>(FactorRefusal why) implements FactorResult<T> {}
}
