package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.Node;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;
import java.util.regex.Pattern;

/** S17, S18, S19, S25: a change set as a piece of history that has to hold for good, with a way back. */
final class HistoryRules implements LintRules {

    private static final Pattern REASON = Pattern.compile("no-rollback:\\s*\\S+");

    /** What leaves nothing behind that could be taken back. */
    private static final String UPKEEP = "^(vacuum|analyze|cluster|reindex|refresh|lock|optimize|select)\\b";

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
        writeBack(changeSet, run);
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

    private static void writeBack(LintedChangeSet changeSet, LintRun run) {
        boolean reason = REASON.matcher(changeSet.comment()).find();
        List<Statement> work = changeSet.work();
        boolean does = work.stream().anyMatch(s -> !s.has(UPKEEP))
                || !changeSet.scanned().references().isEmpty();
        switch (changeSet.way()) {
            case NONE -> {
                if (does) {
                    run.report(LintRule.S25, changeSet, "has no way back");
                }
            }
            case EMPTY_BLOCK -> {
                if (!reason) {
                    run.report(LintRule.S25, changeSet, "has an empty rollback and no reason for it");
                }
            }
            default ->
                changeSet.back().stream()
                        .filter(back -> destroys(back, changeSet))
                        .forEach(back ->
                                run.report(LintRule.S25, changeSet, "its rollback destroys what was there before it"));
        }
    }

    /** Whether the way back takes rows, tables or columns that the change set did not bring. */
    private static boolean destroys(Statement back, LintedChangeSet changeSet) {
        if (back.has("^(delete from|truncate|update) ")) {
            return true;
        }
        String table = String.valueOf(back.table());
        if (back.has("^drop table ")) {
            return !changeSet.creates(table);
        }
        return Actions.of(back).stream()
                .filter(action -> action.matches("drop (column )?(if exists )?[\\w$]+.*")
                        && !action.matches("drop (constraint|primary|foreign|index|key|not|default)\\b.*"))
                .map(action ->
                        action.replaceFirst("^drop (column )?(if exists )?", "").replaceFirst(" .*", ""))
                .anyMatch(column -> changeSet.statements().stream()
                        .noneMatch(s -> table.equals(s.table())
                                && Actions.defined(s).stream()
                                        .anyMatch(added -> added.name().equals(column))));
    }
}
