package dev.lockstile.auth.imports.internal.engine.plan;

/**
 * How second factors are imported.
 *
 * @param sealed true when the host gave the keys with which sign-in decrypts them
 * @param lossAllowed true when the operator allows accounts to lose factors that cannot be imported
 */
public record FactorRules(boolean sealed, boolean lossAllowed) {}
