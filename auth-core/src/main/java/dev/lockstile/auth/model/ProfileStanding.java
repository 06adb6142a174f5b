package dev.lockstile.auth.model;

/** What the server decides about a profile. */
public record ProfileStanding(String role, boolean isDefault, boolean active) {}
