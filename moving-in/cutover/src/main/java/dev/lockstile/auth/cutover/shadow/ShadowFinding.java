package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.login.DryRunSignIn;

/** What a comparison found. */
record ShadowFinding(TargetAnswer here, DryRunSignIn.Result dryRunResult) {}
