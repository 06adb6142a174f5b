package dev.lockstile.auth.jpa.internal.changelog;

/** A file that could not be read. */
public record ScanProblem(String file, String what) {}
