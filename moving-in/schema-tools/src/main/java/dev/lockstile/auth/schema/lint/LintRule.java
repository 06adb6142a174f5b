package dev.lockstile.auth.schema.lint;

/** The rules: why each is there, and the safe recipe. After strong_migrations and squawk. */
public enum LintRule {
    /** A change without a short lock timeout. */
    S1(
            "without a short lock_timeout a change that waits makes every later reader wait behind it",
            "migrate with a lock timeout of at most 5 s (AuthSchema, or `migrate --lock-timeout`), or begin the change set"
                    + " with: set lock_timeout = '2s'"),
    /**
     * Several statements in one change set that hold locks, or that run outside a transaction and cannot be repeated.
     */
    S2(
            "several statements hold their locks together, and what runs outside a transaction stays behind half done",
            "one statement for each change set; outside a transaction one that may run twice (IF [NOT] EXISTS)"),
    /** An index that is not built concurrently. */
    S3(
            "an index built in the plain way keeps writers out until it is done",
            "<changeSet runInTransaction=\"false\"> with: create index concurrently if not exists NAME on TABLE (COLUMN)"),
    /** An invalid index that a concurrent build left behind. */
    S4(
            "a concurrent build that failed leaves an INVALID index, which IF NOT EXISTS then takes for a good one",
            "drop index concurrently if exists NAME, then run the migration again"),
    /** A column whose default differs from row to row. */
    S5(
            "a default that differs from row to row rewrites the whole table under an exclusive lock",
            "add the column without default, set the default after it, fill old rows in batches"),
    /** NOT NULL on a table in use. */
    S6(
            "NOT NULL reads the whole table under an exclusive lock, or breaks the running release's inserts",
            "add it nullable; write it; fill in batches; add CHECK (c IS NOT NULL) NOT VALID; VALIDATE CONSTRAINT;"
                    + " SET NOT NULL; drop the check; each in a change set of its own"),
    /** A foreign key or check that is verified at once. */
    S7(
            "a foreign key or check that is verified at once locks its tables while it reads all rows",
            "add constraint ... NOT VALID, and in a later change set: alter table T validate constraint NAME"),
    /** A unique constraint that builds its own index. */
    S8(
            "a unique constraint added directly builds its index under an exclusive lock",
            "create unique index concurrently, then: alter table T add constraint NAME unique using index NAME"),
    /** A change of type that rewrites the table. */
    S9(
            "a change of type rewrites the table under an exclusive lock",
            "only widen varchar or go from varchar to text; else add a new column, write both, fill, switch, drop later"),
    /** An ALTER without an algorithm that forbids a copy (MariaDB, MySQL). */
    S10(
            "an ALTER that needs a copy of the table blocks writers, and nothing says so beforehand",
            "state ALGORITHM=INSTANT, or ALGORITHM=INPLACE, LOCK=NONE, so that a copy fails at once (modifySql append)"),
    /** A varchar that grows over 255 bytes (MariaDB, MySQL). */
    S11(
            "a varchar that grows over 255 bytes (63 characters of utf8mb4) needs a copy of the table",
            "choose at least varchar(64) from the start; else add a new column, fill and switch"),
    /** A new column whose default is an expression (MariaDB, MySQL). */
    S12(
            "a new column with an expression as its default rebuilds the table",
            "add it nullable, fill in batches, then set the default; for a huge table use gh-ost or pt-osc"),
    /** A rename that the running release does not know. */
    S13(
            "the running release still uses the old name",
            "add the new one, write both, fill, switch readers, drop the old one in a later release"),
    /** A drop of something that the running release may use. */
    S14(
            "the running release may still use what is dropped",
            "stop using it first; a release later drop it, with \"unused-since: RELEASE\" in the comment"),
    /** A change that the release before this one cannot live with. */
    S15(
            "the release before this one must still start and write on the new schema",
            "keep what it maps, and give new mandatory columns a default"),
    /** An update of all rows in one statement. */
    S16(
            "one statement over all rows holds its row locks, and bloats the table, until it ends",
            "fill by key in batches of 1000 to 5000 rows, each in its own transaction, outside change sets that alter"),
    /** A change set that may run again or be edited. */
    S17(
            "history is append-only: a change set that runs again or accepts edits is none",
            "write a new change set; take runOnChange, runAlways and validCheckSum away"),
    /** A class, file or precondition that is not there or is passed over in silence. */
    S18(
            "what a change set names must be there, and must not be passed over in silence",
            "put the class or file where it is named; onFail=\"HALT\" beside a customPrecondition"),
    /** A changelog without a logical path. */
    S19(
            "a change set is known by its path: without logicalFilePath a moved file runs again",
            "logicalFilePath=\"the path it has now\" on every changelog"),
    /** A drop without a sign-off. */
    S20(
            "what is taken away cannot be put back by the next release",
            "label the change set `contract` and name who agreed in its comment: \"signed-off-by: NAME\""),
    /** A type or name that is regretted later. */
    S21(
            "char(n), timestamps without zone, small keys and long names are regretted later",
            "varchar or text; timestamp with time zone; bigint keys; short names; jsonb"),
    /** A column too narrow for a hash, an address or a number. */
    S22(
            "too narrow a column cuts off hashes, numbers and addresses",
            "password hash at least 255, e-mail at least 254, phone at least 16 with a CHECK for E.164 (added NOT VALID first)"),
    /** A secret in the clear. */
    S23(
            "a code, token or secret in the clear is a credential for every reader of the table",
            "store a keyed digest, and say so in the name: _digest or _hash"),
    /** Statements that commit by themselves beside others. */
    S24(
            "these statements commit by themselves, so that a failure leaves a part of the change set behind",
            "a change set of its own for each of them, and rows in another one"),
    /** A change set without a way back. */
    S25(
            "without a way back that was thought about, a bad release cannot be undone",
            "a rollback block that takes back what this change set added; or an empty one with \"no-rollback: REASON\""
                    + " in the comment"),
    /** An exclusion constraint on a table in use. */
    S26(
            "an exclusion constraint reads all rows and builds its index under an exclusive lock, and there is no concurrent way",
            "make it with the table, while that is empty; else a new table that has it, filled in batches, or a"
                    + " maintenance window and a waiver that names it"),
    /** An explicit lock of a table. */
    S27(
            "an explicit lock keeps everybody else out until the transaction ends",
            "take it out: a change of a table takes the lock that it needs, and contested rows want one conditional UPDATE"),
    /** A statement that rewrites the whole table. */
    S28(
            "the whole table is written anew under an exclusive lock",
            "not in a migration: pg_repack, or a maintenance window; else a new table, filled in batches, and a switch"),
    /** A rebuild of an index or view that is not concurrent. */
    S29(
            "an index or view that is rebuilt in the plain way keeps its users out until it is done",
            "the concurrent form, in a change set with runInTransaction=\"false\""),
    /** A partition that is attached or detached under a lock of the whole table. */
    S30(
            "a partition is joined or taken off under a lock of the whole table, and read meanwhile to prove its bounds",
            "add a CHECK of the bounds to the partition NOT VALID; VALIDATE it; attach; drop the check; each in a change"
                    + " set of its own");

    private final String why;
    private final String recipe;

    LintRule(String why, String recipe) {
        this.why = why;
        this.recipe = recipe;
    }

    /** {@return why the rule is there} */
    public String why() {
        return why;
    }

    /** {@return what to do instead} */
    public String recipe() {
        return recipe;
    }
}
