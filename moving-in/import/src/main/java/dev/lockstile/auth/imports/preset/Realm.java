package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one realm, tenant or site of a source whose people are read. Two realms may have different people of one name, so
 * a source with several is refused until one is named.
 *
 * @param column that tells the realm of a row; null where the table has none
 * @param values of that column; empty for all
 */
record Realm(@Nullable String column, Set<String> values) {

    /** Stands for every realm, where the host knows that a name or an address means one person in all of them. */
    static final String ALL = "all";

    /** Columns by whose names applications keep several user bases in one table. */
    static final List<String> COLUMNS = List.of(
            "realm",
            "realm_id",
            "realmid",
            "tenant",
            "realm_name",
            "tenant_id",
            "tenantid",
            "tenant_code",
            "tenant_name",
            "tenant_key",
            "tenant_slug",
            "tenant_uuid",
            "tenants_id",
            "fk_tenant",
            "instance_id",
            "application_id",
            "applicationid",
            "app_id",
            "site_id",
            "siteid",
            "website_id",
            "store_id",
            "shop_id",
            "blog_id",
            "nid");

    /**
     * Columns that may tell a tenant, and may as well tell where a person works: with several values they are asked
     * for, and read where a realm is named.
     */
    static final List<String> LIKELY = Stream.of(
                    "organization",
                    "organisation",
                    "org",
                    "company",
                    "workspace",
                    "tenant",
                    "realm",
                    "site",
                    "website",
                    "shop",
                    "store",
                    "application",
                    "app",
                    "instance",
                    "brand",
                    "merchant",
                    "subsidiary",
                    "franchise",
                    "mandant",
                    "firma",
                    "empresa",
                    "portal",
                    "community",
                    "agency")
            .flatMap(stem -> Stream.of("_id", "id", "s_id", "_uuid", "uuid", "_guid", "_code", "_key", "_slug", "_ref")
                    .flatMap(end -> Stream.of(stem + end, "fk_" + stem + end)))
            .filter(name -> !COLUMNS.contains(name))
            .toList();

    private static final Set<String> LIKELY_NAMES = Set.copyOf(LIKELY);

    /** What a row without a realm is told as. */
    private static final String NONE = "(none)";

    private static final int PAGE = 1000;
    private static final int MOST_TOLD = 20;
    private static final Realm EVERYONE = new Realm(null, Set.of());

    Realm {
        values = Set.copyOf(values);
    }

    /** Columns that may tell a tenant where a realm is named: those that the mover leaves out are none. */
    static List<String> likely(@Nullable String chosen, Map<String, ColumnMeaning> named) {
        Set<String> ignored = named.entrySet().stream()
                .filter(column -> column.getValue() == ColumnMeaning.IGNORE)
                .map(column -> column.getKey().substring(column.getKey().lastIndexOf('.') + 1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return chosen == null
                ? List.of()
                : LIKELY.stream().filter(name -> !ignored.contains(name)).toList();
    }

    /**
     * Finds the realm in the table of a known system.
     *
     * @param chosen what the mover named; null for none
     * @param likely columns that count where no other does
     * @throws SourceUnusableException when there are several and none is named, or the named one is not there
     */
    static Realm in(Source source, SourceTable people, @Nullable String chosen, List<String> likely) {
        Optional<String> column = people.columns().stream()
                .filter(name -> COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> oneOf(source, people, likely, ALL.equals(chosen)));
        if (column.isEmpty() || ALL.equals(chosen)) {
            if (chosen != null && column.isEmpty()) {
                throw new SourceUnusableException("table " + people.name() + " of " + source.description()
                        + " has no column of realms or tenants, so none is called " + chosen);
            }
            return EVERYONE;
        }
        if (!source.isWhole()) {
            return ofLookup(people.name(), column.get(), chosen);
        }
        Set<String> there = values(source, people, column.get());
        if (chosen != null) {
            return new Realm(column.get(), Set.of(require(chosen, there, people.name())));
        }
        if (there.size() > 1) {
            throw several(
                    people.name() + "." + column.get(), there, " (or " + ALL + ", if each name means one person)");
        }
        return EVERYONE;
    }

    /** Of several columns one has to be left to tell the tenant: one value may stand in each of them. */
    private static Optional<String> oneOf(Source source, SourceTable people, List<String> likely, boolean any) {
        List<String> there = people.columns().stream()
                .filter(name -> likely.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        List<String> telling = there.size() < 2 || !source.isWhole()
                ? there
                : there.stream()
                        .filter(name -> values(source, people, name).size() > 1)
                        .toList();
        if (telling.size() > 1 && !any) {
            throw new SourceUnusableException("several columns of " + people.name() + " may tell tenants apart: "
                    + String.join(", ", telling) + "; leave out those that do not by --column NAME=ignore");
        }
        return (telling.isEmpty() ? there : telling).stream().findFirst();
    }

    /** True for a column that may tell a tenant, in any letter case. */
    static boolean isLikely(String column) {
        return LIKELY_NAMES.contains(column.toLowerCase(Locale.ROOT));
    }

    /** Refuses a realm for a preset that has none, so that the option is not taken for one that counts. */
    static void requireNone(@Nullable String chosen, String preset) {
        if (chosen != null) {
            throw new SourceUnusableException(
                    "the preset " + preset + " knows no realms, so leave the realm " + chosen + " out");
        }
    }

    private static Realm ofLookup(String table, String column, @Nullable String chosen) {
        if (chosen == null) {
            throw new SourceUnusableException("table " + table + " has a column " + column
                    + ": name the realm or tenant whose people are looked up, or " + ALL
                    + ", with ImportOptions.withRealm");
        }
        return new Realm(column, Set.of(chosen));
    }

    /** Refuses a source with several realms of which none is named. */
    static SourceUnusableException several(String where, Collection<String> names, String orElse) {
        List<String> told = names.stream().sorted().limit(MOST_TOLD).toList();
        String more = names.size() > told.size() ? " and " + (names.size() - told.size()) + " more" : "";
        return new SourceUnusableException("there are several realms or tenants in " + where + ": "
                + String.join(", ", told) + more + "; name one of them with --realm" + orElse
                + ", since two of them may know different people by one name");
    }

    private static String require(String chosen, Set<String> there, String table) {
        if (!there.contains(chosen)) {
            throw new SourceUnusableException("there is no realm or tenant " + chosen + " in " + table + "; there are "
                    + there.stream().limit(MOST_TOLD).toList());
        }
        return chosen;
    }

    /** The realms that the rows of a table name. */
    static Set<String> values(Source source, SourceTable people, String column) {
        SourceTable realms = new SourceTable(people.name(), people.key(), List.of(people.key(), column));
        Set<String> values = new TreeSet<>();
        List<SourceRow> page = source.page(realms, null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> values.add(text(row.cell(column))));
            page = source.page(realms, page.get(page.size() - 1).place(), PAGE);
        }
        return values;
    }

    /** Whether a row belongs to it. */
    boolean holds(SourceRow row) {
        return column == null || values.isEmpty() || values.contains(text(row.cell(column)));
    }

    /** A number without the noughts behind its point, which a column of decimals adds. */
    private static String text(@Nullable Object cell) {
        String text = cell instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : cell == null ? "" : cell.toString().strip();
        return text.isEmpty() ? NONE : text;
    }
}
