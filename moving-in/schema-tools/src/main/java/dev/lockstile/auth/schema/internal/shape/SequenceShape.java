package dev.lockstile.auth.schema.internal.shape;

/**
 * A sequence of numbers.
 *
 * @param name in lower case, by which sequences are compared
 * @param spelling as it is asked for, which counts on MariaDB
 * @param start the first number
 * @param increment from one number to the next
 */
public record SequenceShape(String name, String spelling, long start, long increment) {}
