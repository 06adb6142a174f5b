package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;

/** S16: rows that are changed by the way. */
final class FillRules implements LintRules {

    private static final String BATCH = "\\blimit \\d+|\\bbetween\\b|\\bfetch (first|next) \\d+ rows?\\b";
    private static final String BULK = "^(?:with .*)?\\b(update [\\w$]+ (as )?.*?\\bset |delete from |merge into )";
    private static final String COPIED = "^(?:with .*)?\\binsert into .*\\bselect\\b.* from (?!dual\\b)";

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        List<Statement> work = changeSet.work();
        boolean alters = changeSet.all().stream().anyMatch(s -> s.isDdl() && !run.known.isFresh(s.table()));
        for (Statement statement : work) {
            boolean block = statement.has("^do ");
            boolean bulk = !block && isBulk(statement, run);
            if (bulk && !statement.has(BATCH)) {
                run.report(LintRule.S16, changeSet, "all rows of " + statement.told() + " in one statement");
            } else if (block && changesRows(statement, run) && !commitsBatches(statement)) {
                run.report(LintRule.S16, changeSet, "a block without batches that commit");
            } else if ((bulk || block && changesRows(statement, run)) && alters) {
                run.report(LintRule.S16, changeSet, "rows and a change of a table together");
            }
        }
    }

    private static boolean changesRows(Statement block, LintRun run) {
        return block.inner().stream()
                .anyMatch(s ->
                        isBulk(s, run) || s.has("\\bloop\\b|^for ") || s.text().equals(BlockReader.UNKNOWN));
    }

    private static boolean commitsBatches(Statement block) {
        return block.inner().stream().anyMatch(s -> s.has(BATCH))
                && block.inner().stream().anyMatch(s -> s.has("^commit\\b"));
    }

    private static boolean isBulk(Statement statement, LintRun run) {
        if (statement.table() != null && run.known.isFresh(statement.table())) {
            return false;
        }
        String plain = withoutBrackets(statement.text());
        boolean copies = plain.matches(COPIED + ".*") || statement.has("^copy [\\w$]+ .*\\bfrom\\b");
        boolean bulk = statement.has(BULK) || plain.matches(COPIED + ".*") || copies;
        return bulk && !RowsByKey.named(statement, run.known);
    }

    private static String withoutBrackets(String text) {
        String before = text;
        String now = text.replaceAll("\\([^()]*\\)", " ");
        while (!now.equals(before)) {
            before = now;
            now = now.replaceAll("\\([^()]*\\)", " ");
        }
        return now.replaceAll("\\s+", " ");
    }
}
