package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.Set;

/**
 * What is known of the library's own change sets. They are released and never edited, and no host can waive a rule in
 * them, so that what they break on purpose is no finding of the host's.
 */
final class ReleasedChangeSets {

    private static final String OWN = " dev/lockstile/auth/schema/v1/";

    /** Numbers are checked before they are stored; a device's token is the address that its maker gave it. */
    private static final Set<String> COLUMNS = Set.of(
            LintRule.S22 + OWN + "accounts.xml::user-1::lockstile",
            LintRule.S22 + OWN + "sign-in.xml::code-1::lockstile",
            LintRule.S22 + OWN + "messages.xml::sms_log-1::lockstile",
            LintRule.S23 + OWN + "accounts.xml::device-1::lockstile");

    /** Several new tables or sequences in one: on MariaDB those made before a failure are to be dropped by hand. */
    private static final Set<String> SEVERAL = Set.of(
            LintRule.S24 + OWN + "audit.xml::audit-1::lockstile",
            LintRule.S24 + OWN + "sequences.xml::sequences-1::lockstile");

    private ReleasedChangeSets() {}

    static boolean knows(LintRule rule, String changeSet) {
        String finding = rule + " " + changeSet;
        return COLUMNS.contains(finding) || SEVERAL.contains(finding);
    }
}
