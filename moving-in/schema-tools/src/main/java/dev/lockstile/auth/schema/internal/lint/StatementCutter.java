package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts tokens at semicolons, but not inside the body of a routine that stands there without quotes. */
final class StatementCutter {

    private static final List<String> ROUTINES = List.of("function", "procedure", "trigger", "event", "package");
    private static final List<String> BLOCKS = List.of("if", "loop", "while", "repeat", "for", "case");

    private final List<List<SqlToken>> statements = new ArrayList<>();
    private List<SqlToken> current = new ArrayList<>();
    private int depth;

    private StatementCutter() {}

    static List<List<SqlToken>> cut(List<SqlToken> tokens) {
        StatementCutter cutter = new StatementCutter();
        for (int i = 0; i < tokens.size(); i++) {
            cutter.take(
                    tokens.get(i), i > 0 ? tokens.get(i - 1) : null, i + 1 < tokens.size() ? tokens.get(i + 1) : null);
        }
        cutter.end();
        return cutter.statements;
    }

    private void take(SqlToken token, @Nullable SqlToken before, @Nullable SqlToken after) {
        if (token.is(";") && depth == 0) {
            end();
            return;
        }
        if (depth > 0 || token.is("begin") && isRoutine()) {
            depth += step(token, before, after);
        }
        current.add(token);
    }

    /** How deep a body goes on: BEGIN and CASE open, their END closes; other blocks end by two words. */
    private static int step(SqlToken token, @Nullable SqlToken before, @Nullable SqlToken after) {
        boolean ends = before != null && before.is("end");
        if (token.is("begin") || token.is("case") && !ends) {
            return 1;
        }
        boolean ofBlock = after != null && BLOCKS.stream().anyMatch(after::is) && !after.is("case");
        return token.is("end") && !ofBlock ? -1 : 0;
    }

    private boolean isRoutine() {
        return !current.isEmpty()
                && current.get(0).is("create")
                && current.stream().anyMatch(token -> ROUTINES.stream().anyMatch(token::is));
    }

    private void end() {
        if (!current.isEmpty()) {
            statements.add(current);
        }
        current = new ArrayList<>();
        depth = 0;
    }
}
