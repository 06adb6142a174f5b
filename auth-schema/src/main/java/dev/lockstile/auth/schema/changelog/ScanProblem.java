package dev.lockstile.auth.schema.changelog;

/** A file that could not be read. */
public record ScanProblem(String file, String what) {}
