package dev.lockstile.auth.schema.shape;

/**
 * A sequence of numbers.
 *
 * @param name in lower case, by which sequences are compared
 * @param spelling as it is asked for, which counts on MariaDB
 */
public record SequenceShape(String name, String spelling, long start, long increment) {}
