package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;
import java.util.regex.Pattern;

/** S25: a change set has a rollback, or an empty one with a reason; a rollback takes only what the change set brought. */
final class RollbackRules implements LintRules {

    private static final Pattern REASON = Pattern.compile("no-rollback:\\s*\\S+");

    /** What leaves nothing behind that could be taken back. */
    private static final String UPKEEP = "^(vacuum|analyze|cluster|reindex|refresh|lock|optimize|select)\\b";

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
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
