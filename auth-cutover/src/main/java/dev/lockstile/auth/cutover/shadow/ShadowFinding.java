package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.login.DryRunResult;

/** What a comparison found. */
record ShadowFinding(TargetAnswer here, DryRunResult dryRunResult) {}
