package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;

/**
 * The rules by which a batch is planned, and the passwords of the batch.
 *
 * @param secondRowRules which rows are merged into which accounts
 * @param passwords of this batch alone
 * @param effort receives the time that the hashes of this batch took
 * @param hasProfiles true when the source system has profiles
 * @param updating how rows imported earlier are updated
 * @param ids whether the source's ids become keys of the target
 * @param factors how second factors are imported
 */
public record PlanningInput(
        SecondRowRules secondRowRules,
        LegacyPasswords passwords,
        HashingEffort effort,
        boolean hasProfiles,
        UpdatePlanner.Rules updating,
        KeptIds ids,
        FactorRules factors) {}
