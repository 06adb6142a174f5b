package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes columns by which applications have a password replaced at the next sign-in: {@code must_change_password}
 * of many, {@code ShouldChangePasswordOnNextLogin} of ABP for ASP.NET, {@code requireReset} of Joomla,
 * {@code passwordExpired} of Grails, {@code forceChangePasswordNextSignIn} of Microsoft Graph,
 * {@code changePasswordAtNextLogin} of Google's directory, {@code credentialsNonExpired} of Spring Security.
 */
final class PasswordColumns {

    private static final String OWNER = "(is|has|user|account)*";
    private static final String DEMAND = "(must|forced?|needs?|needsto|requires?d?|should|hasto)";
    private static final String CHANGE = "(change|reset|update|renew)d?";
    private static final String PASSWORD = "(password|passwd|pwd|credentials?)";
    private static final String NEXT = "((on|at)?(the)?(next|first)(login|signin|logon))";
    private static final Pattern NAMES = Pattern.compile(OWNER + "("
            + DEMAND + CHANGE + PASSWORD + NEXT + "?(flag)?"
            + "|" + DEMAND + "(new" + PASSWORD + "|" + PASSWORD + "(" + CHANGE + "|" + NEXT + "))" + NEXT + "?(flag)?"
            + "|" + CHANGE + PASSWORD + "(required|needed|" + NEXT + ")"
            + "|" + PASSWORD + "(istemporary|temporary|expired|(must|needs|needsto)(be)?" + CHANGE
            + "|" + CHANGE + "(required|needed|forced|" + NEXT + "))(flag)?"
            + "|temp(orary)?" + PASSWORD + "(flag|set|inuse)|requirereset)"
            + "|(is|has)(temp|temporary)" + PASSWORD);
    /**
     * {@code UserDetails.isCredentialsNonExpired} of Spring Security: its no means what yes means in the other columns.
     */
    private static final Pattern NOT_EXPIRED = Pattern.compile(OWNER + PASSWORD + "(is)?nonexpired");

    private static final RememberedNames<Meaning> MEANINGS = new RememberedNames<>(PasswordColumns::meaning);

    private static final Predicate<String> OF_DEMANDS = PasswordColumns::isName;

    private PasswordColumns() {}

    /**
     * {@return true when a column's name has one of these meanings}
     *
     * @param column in any letter case
     */
    static boolean isName(String column) {
        return MEANINGS.of(column) != Meaning.OTHER;
    }

    private static boolean isNotExpired(String column) {
        return MEANINGS.of(column) == Meaning.NOT_EXPIRED;
    }

    private static Meaning meaning(String column) {
        String name = FactorColumns.bare(column);
        if (NOT_EXPIRED.matcher(name).matches()) {
            return Meaning.NOT_EXPIRED;
        }
        return NAMES.matcher(name).matches() ? Meaning.REPLACED : Meaning.OTHER;
    }

    /** The meaning of a column's name. */
    private enum Meaning {
        REPLACED,
        NOT_EXPIRED,
        OTHER
    }

    /**
     * Returns the column by which the password of a row has to be replaced. Every value says so but no and empty ones;
     * in a column of {@link Meaning#NOT_EXPIRED}, every cell but a yes.
     */
    static Optional<String> demanding(RowUse use, Map<String, ColumnMeaning> named) {
        Collection<String> telling =
                named.isEmpty() ? use.row().columns(OF_DEMANDS) : use.row().columns();
        return telling.stream()
                .filter(column -> !use.read().contains(column))
                .filter(column ->
                        named.containsKey(column) ? named.get(column) == ColumnMeaning.NEW_PASSWORD : isName(column))
                .filter(column -> demands(column, use.row().cell(column)))
                .findFirst();
    }

    private static boolean demands(String column, @Nullable Object cell) {
        return isNotExpired(column)
                ? !CellMeaning.truth(cell).orElse(false)
                : CellMeaning.mark(cell).orElse(true);
    }
}
