package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;

/**
 * What decisions rest on.
 *
 * @param passwords for this batch alone
 * @param effort is told how long the hashes of this batch took
 * @param hasProfiles the old system has profiles
 * @param updating how rows that came earlier are updated
 * @param factors what becomes of second factors
 */
public record PlanningInput(
        SecondRowRules secondRowRules,
        LegacyPasswords passwords,
        HashingEffort effort,
        boolean hasProfiles,
        UpdatePlanner.Rules updating,
        KeptIds ids,
        FactorRules factors) {}
