package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S21, S22, S23: types, widths and names of new columns. */
final class ShapeRules implements LintRules {

    private static final Set<String> BARE_SECRETS = Set.of("otp_code", "otp", "token", "secret");

    /** Secrets in a table of codes; elsewhere a code of an order, of a country, of the post. */
    private static final Set<String> SECRETS_OF_CODES = Set.of("code", "pin");

    private static final Pattern CODES = Pattern.compile(
            "otp|one_?time|verif|confirm|challenge|login|sign_?in|auth|reset|recover|invit|activat|mfa|2fa|two_?factor|token"
                    + "|pass|backup|magic|sms");
    private static final Set<String> MARKS =
            Set.of("attempts", "expires_at", "expires", "expiry", "used_at", "consumed_at");

    private static final Pattern NAME = Pattern.compile(
            "(?:table|column|index|constraint)(?: concurrently)?(?: if not exists)?(?: only)? ([\\w$]+)");
    private static final Pattern KEY = Pattern.compile("primary key \\(([\\w$]+)\\)");

    @Override
    public void look(LintedChangeSet changeSet, LintRun run) {
        for (Statement statement : changeSet.all()) {
            Matcher name = NAME.matcher(statement.isDdl() ? statement.text() : "");
            while (name.find()) {
                length(name.group(1), changeSet, run);
            }
            Matcher key = statement.find(KEY);
            for (ColumnDef column : Actions.defined(statement)) {
                length(column.name(), changeSet, run);
                boolean isKey = column.rest().contains("primary key")
                        || key != null && key.group(1).equals(column.name());
                type(column, isKey, changeSet, run);
                width(column, statement, changeSet, run);
                secret(column, statement, changeSet, run);
            }
        }
    }

    private static void length(String name, LintedChangeSet changeSet, LintRun run) {
        if (SqlName.shown(name).length() > run.database.longestName()) {
            run.report(LintRule.S21, changeSet, name + " is longer than " + run.database.longestName() + " characters");
        }
    }

    private static void type(ColumnDef column, boolean isKey, LintedChangeSet changeSet, LintRun run) {
        String type = column.type();
        if (type.matches("(char|character|bpchar) ?(\\(.*)?") && column.length() > 1) {
            run.report(LintRule.S21, changeSet, column.name() + " is " + type);
        }
        if (type.matches("json") && run.database.isPostgres()) {
            run.report(
                    LintRule.S21,
                    changeSet,
                    column.name() + " is json, which has no equality: DISTINCT and GROUP BY over it fail",
                    "jsonb");
        }
        boolean zoneless = type.matches("timestamp( ?\\(\\d\\))?( without time zone)?");
        if (zoneless && !run.database.isMySql()) {
            run.report(LintRule.S21, changeSet, column.name() + " is a timestamp without time zone");
        }
        if (type.matches("(serial|serial4|smallserial)")
                || isKey && type.matches("(int|integer|int4|smallint|mediumint)\\b.*")) {
            run.report(LintRule.S21, changeSet, column.name() + " is a key of type " + type);
        }
    }

    private static void width(ColumnDef column, Statement statement, LintedChangeSet changeSet, LintRun run) {
        int wanted = column.name().matches("(.*_)?(password|password_hash|hashed_password)")
                ? 255
                : column.name().matches("(.*_)?e?mail(_address)?")
                        ? 254
                        : column.name().matches("(.*_)?phone(_number)?") ? 16 : 0;
        if (wanted > 0 && column.isVarchar() && column.length() < wanted) {
            run.report(LintRule.S22, changeSet, column.name() + " holds " + column.length() + " characters only");
        }
        boolean phone = wanted == 16 && (column.isVarchar() || column.isText());
        if (phone && !run.phoneChecks.contains(statement.table() + "." + column.name())) {
            run.report(LintRule.S22, changeSet, column.name() + " has no CHECK that it is E.164");
        }
    }

    private static void secret(ColumnDef column, Statement statement, LintedChangeSet changeSet, LintRun run) {
        String name = column.name();
        boolean bare = BARE_SECRETS.contains(name)
                || name.matches(".*_(token|secret|otp_code|otp)")
                || SECRETS_OF_CODES.contains(name) && isOfCodes(statement, run);
        if (bare && (column.isVarchar() || column.isText() || column.type().startsWith("char"))) {
            run.report(LintRule.S23, changeSet, name + " looks like a secret in the clear");
        }
    }

    private static boolean isOfCodes(Statement statement, LintRun run) {
        String table = String.valueOf(statement.table());
        return CODES.matcher(table).find()
                || Actions.defined(statement).stream().anyMatch(column -> MARKS.contains(column.name()))
                || MARKS.stream().anyMatch(mark -> run.known.column(table, mark) != null);
    }
}
