package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Reads the statements that a DO block of PostgreSQL runs, those that it makes as text for EXECUTE among them. Which of
 * them run, and how often, is not told: each is taken as one that does.
 */
final class BlockReader {

    /** After these words a statement of the block begins. */
    private static final Set<String> STARTS = Set.of("begin", "then", "else", "loop", "declare");

    /** Stands for what only the run tells. */
    static final String UNKNOWN = "unknown_name";

    private final LintDatabase database;
    private final List<Statement> found = new ArrayList<>();

    private BlockReader(LintDatabase database) {
        this.database = database;
    }

    static List<Statement> read(List<SqlToken> statement, LintDatabase database) {
        if (!statement.get(0).is("do")) {
            return List.of();
        }
        BlockReader reader = new BlockReader(database);
        statement.stream()
                .filter(token -> token.kind() == SqlToken.Kind.DOLLAR || token.kind() == SqlToken.Kind.STRING)
                .forEach(body -> reader.body(SqlTokens.of(body.content(), database)));
        return List.copyOf(reader.found);
    }

    private void body(List<SqlToken> tokens) {
        List<SqlToken> current = new ArrayList<>();
        for (SqlToken token : tokens) {
            if (token.is(";") || STARTS.stream().anyMatch(token::is)) {
                one(current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        one(current);
    }

    private void one(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        if (tokens.get(0).is("execute")) {
            found.addAll(SqlReader.read(made(tokens.subList(1, tokens.size())), database));
        } else {
            found.add(SqlReader.statement(tokens, List.of()));
        }
    }

    /** The text that an expression makes, as far as it can be told: its literals, with a name for all else. */
    private static String made(List<SqlToken> expression) {
        StringBuilder text = new StringBuilder();
        List<String> values = new ArrayList<>();
        boolean format = expression.get(0).is("format");
        for (SqlToken token : expression) {
            if (token.is("using") || token.is("into")) {
                break;
            }
            if (token.isLiteral() && format && !text.isEmpty()) {
                values.add(token.content());
            } else if (token.isLiteral()) {
                text.append(token.content());
            } else if (token.isName() && !format) {
                text.append(' ').append(UNKNOWN).append(' ');
            }
        }
        String sql = text.toString();
        for (String value : values) {
            sql = sql.replaceFirst("%[ILs]", Matcher.quoteReplacement(value));
        }
        return sql.replaceAll("%[0-9$]*[ILs]", UNKNOWN)
                .replaceAll("(" + UNKNOWN + "\\s+)+", UNKNOWN + " ")
                .strip();
    }
}
