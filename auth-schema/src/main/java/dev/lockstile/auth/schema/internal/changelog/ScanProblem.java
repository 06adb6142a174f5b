package dev.lockstile.auth.schema.internal.changelog;

/** A file that could not be read. */
public record ScanProblem(String file, String what) {}
