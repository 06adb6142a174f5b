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

    private final HostModel host;
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
        Optional<Restriction> wanted = entity == null ? Optional.empty() : restriction(entity, source, query);
        if (entity == null || wanted.isEmpty()) {
            return page(columns, List.of(), query.size());
        }
        String statement = select(columns, entity);
        String order = " order by " + entity.id("x") + (isFromOldest(source, query) ? "" : " desc");
        if (list != AdminLists.Table.USERS) {
            return reading.run(em -> page(
                    columns,
                    rows(em, statement + wanted.get().where() + order, wanted.get(), query.size() + 1),
                    query.size()));
        }
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

    /** What the rows have to be; empty when none can be it. */
    private Optional<Restriction> restriction(HostEntity<?> entity, ListSource source, AdminLists.Query query) {
        Restriction wanted = new Restriction();
        boolean possible = true;
        if (query.after() != null) {
            String beyond = isFromOldest(source, query) ? " > " : " < ";
            possible = wanted.key(entity.id("x") + beyond, "after", KeyText.read(query.after(), entity.idType()));
        }
        String owner = source.owner();
        if (query.user() != null && owner != null) {
            Optional<?> key = KeyText.read(
                    query.user(),
                    source.ownerIsText() ? String.class : host.user().idType());
            possible &= wanted.key(owner + " = ", "user", key);
        }
        return possible ? Optional.of(wanted) : Optional.empty();
    }

    private static List<@Nullable Object[]> rows(EntityManager em, String hql, Restriction wanted, int max) {
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
