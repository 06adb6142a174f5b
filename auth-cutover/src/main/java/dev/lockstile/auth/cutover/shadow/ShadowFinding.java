package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.login.Rehearsed;

/** What a comparison found. */
record ShadowFinding(TargetAnswer here, Rehearsed rehearsed) {}
