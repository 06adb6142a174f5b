package dev.lockstile.auth.schema.internal.lint;

import static dev.lockstile.auth.schema.internal.lint.LintCase.pg;
import static dev.lockstile.auth.schema.internal.lint.LintChange.add;
import static dev.lockstile.auth.schema.internal.lint.LintChange.addColumn;
import static dev.lockstile.auth.schema.internal.lint.LintChange.fill;
import static dev.lockstile.auth.schema.internal.lint.LintChange.set;
import static dev.lockstile.auth.schema.internal.lint.LintChange.sqlOf;
import static dev.lockstile.auth.schema.internal.lint.LintChange.table;
import static dev.lockstile.auth.schema.internal.lint.LintChange.tx;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.List;

/** Rules about releases, history and columns, the same on every database. */
final class CommonLintCases {

    private CommonLintCases() {}

    static List<LintCase> everywhere() {
        String reason = "<comment>unused-since: 2.3; signed-off-by: Ana</comment>";
        String drop = "<dropColumn tableName=\"member\" columnName=\"nick\"/><rollback>"
                + addColumn("nick", "varchar(40)") + "</rollback>";
        return List.of(
                pg(
                        LintRule.S13,
                        set(
                                "<renameColumn tableName=\"member\" oldColumnName=\"nick\" newColumnName=\"alias\" columnDataType=\"varchar(40)\"/>"),
                        add("alias", "varchar(40)")),
                pg(
                        LintRule.S14,
                        set(" labels=\"contract\"", "<comment>signed-off-by: Ana</comment>" + drop),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S15,
                        set(
                                        " labels=\"contract\"",
                                        "<comment>unused-since: 2.3; signed-off-by: Ana</comment>"
                                                + "<dropColumn tableName=\"team\" columnName=\"kept\"/><rollback/>")
                                .replace(
                                        "<rollback/>",
                                        "<rollback>" + addColumn("kept", "int").replace("member", "team")
                                                + "</rollback>"),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S16,
                        set(
                                "<update tableName=\"member\"><column name=\"age\" valueNumeric=\"0\"/></update><rollback>select 1</rollback>"),
                        fill()),
                pg(LintRule.S17, set(" runOnChange=\"true\"", addColumn("note", "text")), add("note", "text")),
                pg(
                        LintRule.S17,
                        set("<validCheckSum>9:0</validCheckSum>" + addColumn("note", "text")),
                        add("note", "text")),
                pg(
                        LintRule.S18,
                        set(
                                "<preConditions onFail=\"MARK_RAN\"><customPrecondition className=\"dev.lockstile.auth.schema.internal.lint.LintCase$Fine\"/></preConditions>"
                                        + addColumn("note", "text")),
                        set(
                                "<preConditions onFail=\"HALT\"><customPrecondition className=\"dev.lockstile.auth.schema.internal.lint.LintCase$Fine\"/></preConditions>"
                                        + addColumn("note", "text"))),
                pg(
                        LintRule.S20,
                        set("<comment>unused-since: 2.3</comment>" + drop),
                        set(" labels=\"contract\"", reason + drop)),
                pg(
                        LintRule.S21,
                        table("<column name=\"code_of_land\" type=\"char(2)\"/>"),
                        table("<column name=\"code_of_land\" type=\"varchar(2)\"/>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"at\" type=\"timestamp\"/>"),
                        table("<column name=\"at\" type=\"timestamp with time zone\"/>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"no\" type=\"int\"><constraints primaryKey=\"true\"/></column>"),
                        table("<column name=\"no\" type=\"bigint\"><constraints primaryKey=\"true\"/></column>")),
                pg(
                        LintRule.S21,
                        table("<column name=\"" + "x".repeat(64) + "\" type=\"int\"/>"),
                        table("<column name=\"" + "x".repeat(63) + "\" type=\"int\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"password\" type=\"varchar(128)\"/>"),
                        table("<column name=\"password\" type=\"varchar(255)\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"email\" type=\"varchar(100)\"/>"),
                        table("<column name=\"email\" type=\"varchar(254)\"/>")),
                pg(
                        LintRule.S22,
                        table("<column name=\"phone\" type=\"varchar(20)\"/>"),
                        table("<column name=\"phone\" type=\"varchar(20)\"/>")
                                + tx(
                                        "alter table fresh add constraint ck_phone check (phone ~ '^\\+[1-9]\\d{6,14}$') not valid",
                                        "alter table fresh drop constraint ck_phone")),
                pg(
                        LintRule.S23,
                        table("<column name=\"otp_code\" type=\"varchar(6)\"/>"),
                        table("<column name=\"otp_code_digest\" type=\"varchar(64)\"/>")),
                pg(
                        LintRule.S25,
                        set(sqlOf("create view v as select 1")),
                        set(sqlOf("create view v as select 1") + "<rollback>drop view v</rollback>")),
                pg(
                        LintRule.S25,
                        set(sqlOf("create view v as select 1") + "<rollback/>"),
                        set("<comment>no-rollback: nobody reads it</comment>" + sqlOf("create view v as select 1")
                                + "<rollback/>")),
                pg(
                        LintRule.S25,
                        set(addColumn("note", "text") + "<rollback>delete from member where note is null</rollback>"),
                        add("note", "text")));
    }
}
