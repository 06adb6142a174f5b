package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.SignInCount;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The lists over the host's entities: one projection each, by key downwards. */
public final class HqlAdminLists implements AdminLists {

    private static final String KEY = "id";
    private static final String USER = "user";

    private final HostModel host;
    private final IdentifierRules rules;
    private final UserCheck users;
    private final UserSearch search;
    private final UserFilter filters;
    private final Reading reading;
    private final boolean byName;

    /**
     * @param rules by which the keys of identifiers were made
     * @param emf of the host, whose database tells in which orders it lists users
     */
    public HqlAdminLists(HostModel host, IdentifierRules rules, Reading reading, EntityManagerFactory emf) {
        this.host = host;
        this.rules = rules;
        this.users = new UserCheck(rules);
        this.search = new UserSearch(host, rules);
        this.filters = new UserFilter(host);
        this.reading = reading;
        this.byName = UserSearch.isPostgres(emf);
    }

    /** Runs work in a read-only transaction. */
    public interface Reading {

        <T> T run(Function<EntityManager, T> work);
    }

    /** By name on PostgreSQL alone: other databases have no index of expressions for it. */
    @Override
    public Set<AccountOrder> orders() {
        return byName ? Set.of(AccountOrder.values()) : AdminLists.super.orders();
    }

    @Override
    public Set<AdminLists.Table> kept() {
        return Arrays.stream(AdminLists.Table.values())
                .filter(list -> ListSource.of(list, host).entity() != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        ListSource source = ListSource.of(list, host);
        List<Column> columns = new ArrayList<>(source.columns());
        HostEntity<?> entity = source.entity();
        columns.add(0, Column.of(KEY, entity == null ? "" : entity.id("x")));
        if (list == AdminLists.Table.USERS && query.order().isByName() && query.user() == null) {
            return users.checked(byName(columns, query), query.at());
        }
        if (entity == null) {
            return page(columns, List.of(), query.size());
        }
        String statement = select(columns, entity);
        if (list != AdminLists.Table.USERS) {
            return reading.run(em -> {
                LogRows.Found found = new LogRows(host, em, rules, list, query, entity).find(statement);
                return logged(em, Recipients.of(list, host, rules), columns, found, query);
            });
        }
        Optional<Restriction> wanted = restriction(entity, source, query);
        if (wanted.isEmpty()) {
            return page(columns, List.of(), query.size());
        }
        String order = " order by " + entity.id("x") + (isFromOldest(source, query) ? "" : " desc");
        return users.checked(
                reading.run(em -> {
                    Object end = filters.narrow(em, wanted.get(), query);
                    Restriction full = found(em, wanted.get(), query);
                    AdminLists.Page page = page(
                            columns,
                            full.isEmpty()
                                    ? List.of()
                                    : rows(em, statement + full.where() + order, full, query.size() + 1),
                            query.size());
                    return page.next() == null && end != null
                            ? new AdminLists.Page(page.columns(), page.rows(), end.toString())
                            : page;
                }),
                query.at());
    }

    /** The place of a row is its time and key where the list is of a period. */
    private static AdminLists.Page logged(
            EntityManager em,
            @Nullable Recipients recipients,
            List<Column> columns,
            LogRows.Found found,
            AdminLists.Query query) {
        List<@Nullable Object[]> shown =
                found.rows().stream().limit(query.size()).toList();
        AdminLists.Page page = page(columns, shown, query.size());
        String next =
                found.next(query.size(), columns.stream().map(Column::name).toList());
        return recipients == null
                ? new AdminLists.Page(page.columns(), page.rows(), next)
                : withUsers(em, recipients, page, shown, next);
    }

    /** With the user of each recipient behind the key. */
    private static AdminLists.Page withUsers(
            EntityManager em,
            Recipients recipients,
            AdminLists.Page page,
            List<@Nullable Object[]> rows,
            @Nullable String next) {
        int cell = page.columns().indexOf(recipients.name());
        List<String> sent = rows.stream().map(row -> (String) row[cell]).toList();
        Map<String, Object> users = recipients.users(em, new HashSet<>(sent));
        List<String> columns = new ArrayList<>(page.columns());
        columns.add(1, USER);
        List<Map<String, @Nullable Object>> full = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(page.rows().get(i));
            row.put(USER, users.get(sent.get(i)));
            full.add(row);
        }
        return new AdminLists.Page(columns, full, next);
    }

    private AdminLists.Page byName(List<Column> columns, AdminLists.Query query) {
        String statement = select(columns, host.user());
        NameOrder.Slice slice = reading.run(em -> {
            NameOrder order = new NameOrder(
                    host, filters, em, wanted -> rows(em, statement + wanted.where(), wanted, AdminLists.Query.WINDOW));
            String text = query.find();
            return order.page(query, text == null ? null : search.keys(em, text, UserSearch.Part.ALL));
        });
        return new AdminLists.Page(
                columns.stream().map(Column::name).toList(),
                slice.rows().stream().map(cells -> row(columns, cells)).toList(),
                slice.next());
    }

    @Override
    public List<DailyCounts> daily(Instant first, int days) {
        return reading.run(em -> new HqlDailyCounts(host, em).all(first, days));
    }

    @Override
    public List<SignInCount> signIns(Instant from, Instant until) {
        return reading.run(em -> new HqlSignInCounts(host, em).between(from, until));
    }

    private boolean isFromOldest(ListSource source, AdminLists.Query query) {
        return query.oldestFirst() && source.entity() == host.user();
    }

    private static String select(List<Column> columns, HostEntity<?> entity) {
        return "select " + columns.stream().map(Column::path).collect(Collectors.joining(", ")) + " from "
                + entity.name() + " x";
    }

    /** The same for those users alone whom the text may mean. */
    private Restriction found(EntityManager em, Restriction wanted, AdminLists.Query query) {
        String text = query.find();
        if (text != null) {
            UserSearch.Part part = query.filter().isAll()
                    ? new UserSearch.Part(wanted.values().get("after"), query.oldestFirst(), query.size() + 1)
                    : UserSearch.Part.ALL;
            wanted.oneOf(host.user().id("x"), search.keys(em, text, part));
        }
        return wanted;
    }

    /** What the users have to be; empty when none can be it. */
    private Optional<Restriction> restriction(HostEntity<?> entity, ListSource source, AdminLists.Query query) {
        Restriction wanted = new Restriction();
        boolean possible = true;
        if (query.after() != null) {
            String beyond = isFromOldest(source, query) ? " > " : " < ";
            possible = wanted.key(entity.id("x") + beyond, "after", KeyText.read(query.after(), entity.idType()));
        }
        if (query.user() != null) {
            Optional<?> key = KeyText.read(query.user(), entity.idType());
            possible &= wanted.key(entity.id("x") + " = ", USER, key);
        }
        return possible ? Optional.of(wanted) : Optional.empty();
    }

    static List<@Nullable Object[]> rows(EntityManager em, String hql, Restriction wanted, int max) {
        SelectionQuery<Object[]> query = em.unwrap(Session.class)
                .createSelectionQuery(hql, Object[].class)
                .setMaxResults(max);
        wanted.set(query);
        return new ArrayList<>(query.getResultList());
    }

    private static AdminLists.Page page(List<Column> columns, List<@Nullable Object[]> found, int size) {
        List<Map<String, @Nullable Object>> rows =
                found.stream().limit(size).map(cells -> row(columns, cells)).toList();
        String next = found.size() > size ? String.valueOf(rows.get(size - 1).get(KEY)) : null;
        return new AdminLists.Page(columns.stream().map(Column::name).toList(), rows, next);
    }

    private static Map<String, @Nullable Object> row(List<Column> columns, @Nullable Object[] cells) {
        List<@Nullable Object> values = Arrays.asList(cells);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            Column column = columns.get(i);
            row.put(column.name(), value instanceof String text ? column.shown().apply(text) : value);
        }
        return row;
    }
}
