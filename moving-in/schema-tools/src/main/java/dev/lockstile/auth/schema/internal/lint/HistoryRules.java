package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.Node;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.lint.LintRule;

/** S17, S18, S19: a change set as a piece of history that has to hold for good. */
final class HistoryRules implements LintRules {

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        Node node = changeSet.scanned().node();
        if (changeSet.scanned().runsAgain()
                || node.child("validCheckSum") != null
                || node.attribute("validCheckSum") != null) {
            run.report(LintRule.S17, changeSet, "has runOnChange, runAlways or validCheckSum");
        }
        for (Reference reference : changeSet.scanned().references()) {
            if (reference.skipsSilently()) {
                run.report(LintRule.S18, changeSet, "a customPrecondition beside onFail=\"MARK_RAN\"");
            }
        }
        run.settings.missing(changeSet.key()).forEach(missing -> run.report(LintRule.S18, changeSet, missing));
        files(changeSet, run);
    }

    private static void files(LintedChangeSet changeSet, LintRun run) {
        if (changeSet.scanned().node().attribute("logicalFilePath") != null) {
            return;
        }
        for (ScannedFile file : run.scan.files()) {
            if (file.path().equals(changeSet.scanned().file()) && (file.logicalPath() == null || file.copies() > 1)) {
                run.report(LintRule.S19, changeSet, file.path() + " has no logicalFilePath, or is there twice");
            }
        }
    }
}
