package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL into statements and brings each into the one form that the rules look at: one line, words in lower case,
 * names without quotes and schemas, literals emptied. It reads tokens and no grammar: the rules match words.
 */
final class SqlReader {

    private static final Pattern TABLE =
            Pattern.compile("^(?:create (?:(?:global|local) )?(?:unlogged |temporary |temp )?table (?:if not exists )?"
                    + "|alter table (?:if exists )?(?:only )?|drop table (?:if exists )?|truncate (?:table )?(?:only )?"
                    + "|rename table |update (?:only )?|delete from (?:only )?|insert into |merge into |copy "
                    + "|lock (?:tables? )?(?:only )?|cluster (?:verbose )?|optimize table "
                    + "|vacuum (?:\\([^)]*\\) )?(?:(?:full|freeze|verbose|analyze) )*"
                    + "|reindex (?:\\([^)]*\\) )?table (?:concurrently )?"
                    + "|create (?:unique |fulltext |spatial )?index (?:concurrently )?(?:(?:if not exists )?[\\w$]+ )?on (?:only )?)"
                    + "([\\w$]+)");

    private SqlReader() {}

    /** The statements of a text; those that a DO block runs are within it, see {@link Statement#inner()}. */
    static List<Statement> read(String sql, LintDatabase database) {
        List<Statement> statements = new ArrayList<>();
        for (List<SqlToken> tokens : StatementCutter.cut(SqlTokens.of(sql, database))) {
            statements.add(statement(tokens, BlockReader.read(tokens, database)));
        }
        return statements;
    }

    static Statement statement(List<SqlToken> tokens, List<Statement> inner) {
        String text = text(tokens, false);
        Matcher table = TABLE.matcher(text);
        return new Statement(text, text(tokens, true), table.find() ? table.group(1) : null, inner);
    }

    /** Tokens in one line: a space before a bracket and after a comma, elsewhere where there was one. */
    private static String text(List<SqlToken> tokens, boolean literals) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (isSchema(tokens, i)) {
                i++; // and its dot
                space(out, token);
                continue;
            }
            if (token.is(")") || token.is(",")) {
                strip(out);
            } else {
                space(out, token);
            }
            out.append(token.isLiteral() && !literals ? "''" : token.text());
            if (token.is(",")) {
                out.append(' ');
            }
        }
        return out.toString().replaceAll("\\s+", " ").strip();
    }

    private static void space(StringBuilder out, SqlToken token) {
        boolean inside =
                out.length() > 0 && (out.charAt(out.length() - 1) == '(' || out.charAt(out.length() - 1) == ' ');
        if (out.length() > 0 && !inside && (token.spaced() || token.is("("))) {
            out.append(' ');
        }
    }

    private static void strip(StringBuilder out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    /** A name before a dot and another name. The catalogues keep theirs, since a table of a host's may be called so. */
    private static boolean isSchema(List<SqlToken> tokens, int i) {
        return i + 2 < tokens.size()
                && tokens.get(i).isName()
                && tokens.get(i).text().matches("(?!pg_|information_)[A-Za-z_].*")
                && tokens.get(i + 1).is(".")
                && tokens.get(i + 2).isName();
    }
}
