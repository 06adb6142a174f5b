package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.ColumnKind;
import dev.lockstile.auth.imports.internal.mapping.UnreadColumns;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The people of any old system, with what their columns say that the preset does not read, and with an account of all
 * columns.
 *
 * @param source adds those columns to the pages
 * @param now ends of lockouts are compared with it
 */
record AccountedPeople(PersonSource people, AccountedSource source, Instant now) implements ForwardingPeople {

    private static final String LIKE_FACTORS = " looks like second factors, and nothing reads it";
    private static final String LIKE_TENANTS = " may tell tenants apart, and has several values: name one of them with"
            + " --realm, or leave the column out by --column NAME=ignore if each name means one person";

    @Override
    public List<PeopleTable> tables() {
        return people.tables().stream()
                .map(table -> (PeopleTable) new Table(table, this))
                .toList();
    }

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        Map<String, List<String>> left = new TreeMap<>();
        people.columnsNotCarried().forEach((table, columns) -> {
            List<String> others = columns.stream()
                    .filter(column -> source.accounts().entrySet().stream()
                            .noneMatch(one -> one.getKey().name().equals(table)
                                    && one.getValue().isAdded(column)))
                    .toList();
            if (!others.isEmpty()) {
                left.put(table, others);
            }
        });
        return left;
    }

    @Override
    public Map<String, Map<String, List<String>>> columnUses() {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        source.accounts().forEach((table, account) -> all.put(table.name(), account.uses()));
        columnsNotCarried().forEach((table, columns) -> all.putIfAbsent(table, Map.of("left_out", columns)));
        return all;
    }

    @Override
    public List<String> columnQuestions() {
        List<String> questions = new ArrayList<>();
        source.accounts().values().forEach(account -> questions.addAll(account.questions()));
        columnsNotCarried().forEach((table, columns) -> questions.addAll(ofOwnedRows(table, columns)));
        if (source.options().realm() == null) {
            source.accounts()
                    .values()
                    .forEach(account -> account.likelyTenants()
                            .forEach(column -> questions.add(account.table() + "." + column + LIKE_TENANTS)));
        }
        source.unreadFactorTables().forEach(table -> questions.add("table " + table + LIKE_FACTORS));
        options().forEach((name, meaning) -> {
            long tables = source.accounts().values().stream()
                    .filter(account -> account.has(name))
                    .count();
            if (tables > 1) {
                questions.add("several tables of people have a column " + name + ": name it as TABLE." + name);
            } else if (tables == 0 && !isThere(name)) {
                questions.add("there is no column " + name + " to give a meaning to");
            }
        });
        return questions;
    }

    @Override
    public void requireNamedColumns() {
        ForwardingPeople.super.requireNamedColumns();
        source.settle();
    }

    /** Rows that belong to people close no account here, so a telling column of theirs can only be left out by name. */
    private List<String> ofOwnedRows(String table, List<String> columns) {
        boolean inPlace = source.accounts().values().stream().anyMatch(ColumnAccount::isOfHost);
        if (isOfPeople(table) || inPlace) {
            return List.of();
        }
        return columns.stream()
                .filter(column -> !isIgnored(table, column.toLowerCase(Locale.ROOT)))
                .flatMap(column -> ColumnKind.ofName(column).stream()
                        .map(kind -> table + "." + column + " looks like " + kind.words()))
                .toList();
    }

    private boolean isIgnored(String table, String column) {
        return options().get(column) == ColumnMeaning.IGNORE
                || options().get(table.toLowerCase(Locale.ROOT) + '.' + column) == ColumnMeaning.IGNORE;
    }

    private boolean isOfPeople(String table) {
        return source.accounts().keySet().stream().anyMatch(one -> one.name().equals(table));
    }

    private boolean isThere(String name) {
        return source.tables().stream().anyMatch(name::equalsIgnoreCase)
                || source.accounts().entrySet().stream()
                        .anyMatch(one -> isColumn(name, one.getKey().name(), one.getValue()))
                || columnsNotCarried().entrySet().stream()
                        .anyMatch(table -> table.getValue().stream()
                                .anyMatch(column -> name.equalsIgnoreCase(column)
                                        || name.equalsIgnoreCase(table.getKey() + '.' + column)));
    }

    private static boolean isColumn(String name, String table, ColumnAccount account) {
        String prefix = table.toLowerCase(Locale.ROOT) + '.';
        return name.startsWith(prefix) && account.has(name.substring(prefix.length()));
    }

    private Map<String, ColumnMeaning> options() {
        return source.options().columns();
    }

    private record Table(PeopleTable table, AccountedPeople people) implements ForwardingPeople.Table {

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            ColumnAccount account = people.source().of(table.rows());
            List<UserDraft> users = table.users(after, limit);
            users.forEach(user -> account.add(user.use()));
            if (!people.source().isWhole()) {
                requireOfLookUp(account);
            }
            List<UserDraft> applied = users.stream()
                    .map(user -> UnreadColumns.applied(user, account.named(), people.now()))
                    .toList();
            return new NamedFactorTables(people.source()).added(table.rows(), applied);
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            List<PersonDraft> persons = table.persons(users);
            if (!people.source().isWhole() && !users.isEmpty()) {
                people.source().unreadFactorTables().stream().findFirst().ifPresent(unread -> {
                    throw new SourceUnusableException(
                            "table " + unread + LIKE_FACTORS + "; say what it means with ImportOptions.withColumn");
                });
            }
            return persons;
        }

        /** A look-up of one person asks nothing, so there the host's options have to say it. */
        private void requireOfLookUp(ColumnAccount account) {
            List<String> unnamed = account.questionsOfLookUp();
            List<String> tenants = account.likelyTenantsOfLookUp()
                    .filter(column -> people.source().options().realm() == null)
                    .toList();
            if (!tenants.isEmpty()) {
                throw new SourceUnusableException("columns of " + account.table() + " may tell tenants apart: "
                        + String.join(", ", tenants) + "; name one with ImportOptions.withRealm, or say with"
                        + " ImportOptions.withColumn that each is ignored");
            }
            if (!unnamed.isEmpty()) {
                throw new SourceUnusableException("columns that may close an account are not read: "
                        + String.join(", ", unnamed) + "; say what each means with ImportOptions.withColumn");
            }
        }
    }
}
