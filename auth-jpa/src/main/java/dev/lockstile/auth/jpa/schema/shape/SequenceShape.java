package dev.lockstile.auth.jpa.schema.shape;

/** A sequence of numbers. */
public record SequenceShape(String name, long start, long increment) {}
