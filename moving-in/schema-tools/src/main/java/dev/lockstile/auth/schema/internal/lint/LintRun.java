package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.lint.LintRule;
import dev.lockstile.auth.schema.report.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One look at one changelog for one database: what the rules may ask, and where they tell what they found. */
final class LintRun {

    final LintDatabase database;
    final LintSettings settings;
    final ChangelogScan scan;
    final KnownSchema known;
    final Set<String> phoneChecks = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    LintRun(LintDatabase database, LintSettings settings, ChangelogScan scan) {
        this.database = database;
        this.settings = settings;
        this.scan = scan;
        this.known = new KnownSchema(settings.columns());
        settings.objects().forEach(known::take);
    }

    void report(LintRule rule, LintedChangeSet changeSet, String what) {
        report(rule, changeSet, what, rule.recipe());
    }

    /** With a recipe of its own in the place of the rule's. */
    void report(LintRule rule, LintedChangeSet changeSet, String what, String recipe) {
        if (settings.waived().contains(rule) || ReleasedChangeSets.knows(rule, changeSet.key())) {
            return;
        }
        switch (Waivers.of(changeSet.comment(), rule)) {
            case GRANTED -> {}
            case WITHOUT_REASON ->
                add(
                        rule,
                        changeSet.key(),
                        what + "; its waiver gives no reason",
                        "lint-waive: " + rule + " and why it does not matter here");
            case NONE -> add(rule, changeSet.key(), what + ": " + rule.why(), recipe);
        }
    }

    void add(LintRule rule, String where, String what, String fix) {
        if (!settings.waived().contains(rule)) {
            findings.add(new Finding(
                    rule.name(), where + " on " + database.shortName(), SqlName.shown(what), SqlName.shown(fix)));
        }
    }

    List<Finding> findings() {
        return new ArrayList<>(findings);
    }
}
