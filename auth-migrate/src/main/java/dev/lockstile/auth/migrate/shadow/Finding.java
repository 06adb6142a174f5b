package dev.lockstile.auth.migrate.shadow;

import dev.lockstile.auth.login.Rehearsed;

/** What a comparison found. */
record Finding(HereAnswer here, Rehearsed rehearsed) {}
