package dev.lockstile.auth.migrate;

/**
 * What decisions rest on.
 *
 * @param passwords for this batch alone
 * @param effort is told how long the hashes of this batch took
 * @param profilesThere the old system has profiles
 * @param renewing how rows that came earlier are written anew
 */
record PlanningInput(
        Merging merging,
        OldPasswords passwords,
        HashingEffort effort,
        boolean profilesThere,
        Renewing.Rules renewing,
        KeptIds ids) {}
