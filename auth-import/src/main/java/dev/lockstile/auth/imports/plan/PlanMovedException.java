package dev.lockstile.auth.imports.plan;

import java.util.List;

/** What a plan was made of is not as it was: nothing was written. */
public final class PlanMovedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PlanMovedException(List<String> moved) {
        super("not what was planned: " + String.join("; ", moved) + ". Make a new plan.");
    }
}
