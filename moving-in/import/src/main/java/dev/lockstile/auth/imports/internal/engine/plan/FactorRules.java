package dev.lockstile.auth.imports.internal.engine.plan;

/**
 * What becomes of second factors.
 *
 * @param sealed the host gave the keys that sign-in opens them with
 * @param lossAllowed an account whose factors cannot come over comes without any, on the mover's word
 */
public record FactorRules(boolean sealed, boolean lossAllowed) {}
