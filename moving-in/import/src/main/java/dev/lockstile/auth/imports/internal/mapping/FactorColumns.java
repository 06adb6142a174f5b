package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes columns in which applications store a second factor in the row of its owner, for every table whose mapping
 * does not read them. A mark such as {@code mfa_enabled} decides; without one, a secret such as {@code totp_secret} or
 * a method such as {@code mfa_method} does. A value that is neither yes nor no demands the factor, since the owner
 * would otherwise sign in without it.
 */
public final class FactorColumns {

    /** Reason: the row demands a factor in a column that no mapping reads. */
    public static final String NOT_MAPPED = "factor_column_not_mapped";

    private static final String SYSTEM =
            "(mfa|[2t]fa|twofa|(two|2)factor(auth(entication)?)?|(two|2)step(verification|auth)?"
                    + "|(multi|second)factor(auth(entication)?)?|totp|google2fa|googleauth(enticator)?|authenticator(app)?"
                    + "|webauthn|u2f|yubikey)";
    private static final String BEFORE =
            "((is|has|uses?|users?|requires?d?|enabled?|sms|email|phone|login|encrypted|enc)){0,2}";
    private static final String MARK =
            "(is)?(enabled?|active|activated|required|requiredforlogin|enforced|on|confirmed|verified|setup|configured"
                    + "|state|status|flag)?(at|on)?";
    private static final Pattern MARKS = Pattern.compile(BEFORE + SYSTEM + MARK + "|" + BEFORE
            + "h?otp(is)?(enabled?|active|activated|enforced" + "|required|requiredforlogin|setup|configured)(at|on)?");
    private static final Pattern SECRETS = Pattern.compile("(users?|encrypted|enc)?(" + SYSTEM
            + "|h?otp|gauth)(app|auth)?(encrypted|enc)?(secret|key|seed|base32|token|ur[il])s?(key|id|token|base32)?"
            + "(encrypted|enc|ciphertext)?");
    private static final Pattern METHODS = Pattern.compile(
            SYSTEM + "(method|type|provider|mode|option|channel|device|credential|phone|phonenumber)s?");
    private static final Pattern CODES = Pattern.compile(".*(recovery|backup)codes?");
    private static final Pattern TIMES = Pattern.compile(".*(ed|on)at");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
    private static final Set<String> NONE = Set.of(
            "disabled",
            "inactive",
            "never",
            "unset",
            "notset",
            "notenabled",
            "not_enabled",
            "unconfigured",
            "pending",
            "unconfirmed",
            "unverified",
            "deactivated",
            "[]",
            "{}",
            "a:0:{}");

    private static final RememberedNames<Meaning> NAMES = new RememberedNames<>(FactorColumns::meaning);

    private static final Predicate<String> OF_MARKS = column -> NAMES.of(column).mark();
    private static final Predicate<String> OF_SECRETS =
            column -> NAMES.of(column).secret();
    private static final Predicate<String> OF_METHODS =
            column -> NAMES.of(column).method();
    private static final Predicate<String> KEPT_OUT = FactorColumns::isSecret;

    private FactorColumns() {}

    /**
     * What the name of a column says.
     *
     * @param mark it tells whether a factor is on
     * @param secret it has a secret of a factor
     * @param method it names the kind of factor
     * @param codes it has recovery codes
     * @param time it has a time, so that an empty one means that the factor is off
     */
    private record Meaning(boolean mark, boolean secret, boolean method, boolean codes, boolean time) {}

    private static Meaning meaning(String column) {
        String name = bare(column);
        return new Meaning(
                MARKS.matcher(name).matches(),
                SECRETS.matcher(name).matches(),
                METHODS.matcher(name).matches(),
                CODES.matcher(name).matches(),
                TIMES.matcher(NO_LETTERS
                                .matcher(column.toLowerCase(Locale.ROOT))
                                .replaceAll(""))
                        .matches());
    }

    /**
     * {@return true for a column that is read in every table of people, even if the preset does not name it}
     *
     * @param column its name, in any letter case
     */
    public static boolean isName(String column) {
        Meaning name = NAMES.of(column);
        return name.mark() || name.secret() || name.method();
    }

    /** Returns the row for the archive, without secrets of factors. */
    static SourceRow withoutSecrets(SourceRow row) {
        if (row.columns(KEPT_OUT).isEmpty()) {
            return row;
        }
        TreeMap<String, @Nullable Object> cells = new TreeMap<>();
        row.columns().stream()
                .filter(column -> !isSecret(column))
                .forEach(column -> cells.put(column, row.cell(column)));
        return new SourceRow(row.key(), row.place(), cells);
    }

    /**
     * Returns the factor that a row demands in columns that its mapping does not read; empty for none.
     *
     * @param named meanings that the operator gave to columns; a column named as a factor demands one by itself
     */
    static List<FactorDraft> of(RowUse use, Entity entity, Map<String, ColumnMeaning> named) {
        SourceRow row = use.row();
        List<String> told = named.isEmpty()
                ? List.of()
                : row.columns().stream()
                        .filter(column -> named.get(column) == ColumnMeaning.FACTOR)
                        .toList();
        List<String> demanding = new ArrayList<>(demanding(row, told));
        List<String> marks = unread(use, named, OF_MARKS);
        demanding.addAll(demanding(row, marks));
        boolean decided = marks.stream()
                        .anyMatch(mark -> !CellMeaning.isNothing(row.cell(mark))
                                || NAMES.of(mark).time())
                || told.stream().anyMatch(FactorColumns::isConfirmation);
        if (demanding.isEmpty() && !decided) {
            demanding.addAll(demanding(row, unread(use, named, OF_SECRETS)));
        }
        if (demanding.isEmpty() && !decided) {
            demanding.addAll(demanding(row, unread(use, named, OF_METHODS)));
        }
        return demanding.isEmpty() ? List.of() : List.of(unmapped(row, entity, demanding));
    }

    /**
     * {@return true for a cell that has a value and does not say no}
     *
     * @param cell of a mark, a secret or a method
     */
    public static boolean demands(@Nullable Object cell) {
        return !CellMeaning.isNothing(cell)
                && CellMeaning.truth(cell).orElse(true)
                && !NONE.contains(String.valueOf(cell).strip().toLowerCase(Locale.ROOT));
    }

    /**
     * {@return true for a column with the time of the first correct code, such as {@code two_factor_confirmed_at}} An
     * application that asks for no first code leaves it empty and demands the factor all the same.
     *
     * @param column its name, in any letter case
     */
    public static boolean isConfirmation(String column) {
        Meaning name = NAMES.of(column);
        return name.time() && name.mark();
    }

    /**
     * {@return true when the row has a secret of a factor}
     *
     * @param row of a person
     */
    public static boolean hasSecret(SourceRow row) {
        return row.columns(OF_SECRETS).stream().anyMatch(column -> demands(row.cell(column)));
    }

    private static List<String> demanding(SourceRow row, List<String> columns) {
        return columns.isEmpty()
                ? columns
                : columns.stream().filter(column -> demands(row.cell(column))).toList();
    }

    private static List<String> unread(RowUse use, Map<String, ColumnMeaning> named, Predicate<String> names) {
        List<String> all = use.row().columns(names);
        return all.isEmpty()
                ? all
                : all.stream()
                        .filter(column -> !use.read().contains(column) && !named.containsKey(column))
                        .toList();
    }

    private static FactorDraft unmapped(SourceRow row, Entity entity, List<String> columns) {
        String fingerprint = new SourceRow(row.key(), Map.of("columns", String.join(",", columns))).fingerprint();
        Origin origin = new Origin(Entity.OTHER_FACTORS, row.place(), entity.text() + ':' + row.key(), fingerprint);
        return new FactorDraft(origin, new ImportedFactor.Unusable(NOT_MAPPED));
    }

    /**
     * {@return true for a column whose cells are neither archived nor shown}
     *
     * @param column its name, in any letter case
     */
    public static boolean isSecret(String column) {
        Meaning name = NAMES.of(column);
        return name.secret() || name.codes();
    }

    /** Returns the name of a column or table as lower-case letters and digits alone. */
    static String bare(String name) {
        return OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
