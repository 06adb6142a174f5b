package dev.lockstile.auth.schema.report;

/**
 * One thing that is wrong with the schema, its history or a migration.
 *
 * @param id stable id of the rule, such as {@code HG-01} or {@code S3}
 * @param where the change set, file, class or column
 * @param what the cause, in one line
 * @param fix what to write or do
 */
public record Finding(String id, String where, String what, String fix) {

    @Override
    public String toString() {
        return id + " " + where + ": " + what + "\n    fix: " + fix.replace("\n", "\n         ");
    }
}
