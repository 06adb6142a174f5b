package dev.lockstile.auth.schema.internal.lint;

/** Some of the rules. */
@FunctionalInterface
interface LintRules {

    /** Looks at a change set; {@code run.known} is what there was before it. */
    void look(LintedChangeSet changeSet, LintRun run);
}
