package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL into statements and brings each into the one form that the rules look at. No parser: rules match words. */
final class SqlReader {

    /** Dollar-quoted bodies, strings, quoted names and comments, so that no semicolon or keyword in them counts. */
    private static final Pattern OPAQUE = Pattern.compile(
            "(\\$\\w*\\$).*?\\1|'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern TABLE = Pattern.compile(
            "^(?:create (?:unlogged |temporary )?table (?:if not exists )?|alter table (?:only )?(?:if exists )?(?:only )?"
                    + "|drop table (?:if exists )?|truncate (?:table )?|rename table |update |delete from |insert into "
                    + "|create (?:unique )?index (?:concurrently )?(?:if not exists )?\\S+ on (?:only )?)([\\w$]+)");

    private SqlReader() {}

    static List<Statement> read(String sql) {
        List<Statement> statements = new ArrayList<>();
        for (String one : cut(sql)) {
            String text = normal(one);
            if (!text.isEmpty()) {
                Matcher table = TABLE.matcher(text);
                statements.add(new Statement(text, table.find() ? table.group(1) : null));
            }
        }
        return statements;
    }

    private static List<String> cut(String sql) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Matcher opaque = OPAQUE.matcher(sql);
        int at = 0;
        while (opaque.find()) {
            plain(sql.substring(at, opaque.start()), part, parts);
            String piece = opaque.group();
            if (!piece.startsWith("--") && !piece.startsWith("/*")) {
                part.append(piece);
            } else {
                part.append(' ');
            }
            at = opaque.end();
        }
        plain(sql.substring(at), part, parts);
        parts.add(part.toString());
        return parts;
    }

    private static void plain(String text, StringBuilder part, List<String> parts) {
        String[] pieces = text.split(";", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(pieces[i]);
        }
    }

    private static String normal(String sql) {
        String one = sql.replaceAll("[\"`]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return one.replaceAll("\\b(?!pg_|information_)[a-z_][\\w]*\\.(?=[a-z_])", "")
                .replaceAll("\\s*\\(\\s*", " (")
                .replaceAll("\\s*\\)", ")")
                .replaceAll("\\s*,\\s*", ", ");
    }
}
