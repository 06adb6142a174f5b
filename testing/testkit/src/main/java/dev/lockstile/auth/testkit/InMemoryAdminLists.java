package dev.lockstile.auth.testkit;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of users, and codes and messages by day; the other lists are empty. */
record InMemoryAdminLists(InMemoryAuthStore store) implements AdminLists {

    private static final List<String> COLUMNS = List.of(
            "id",
            "email",
            "emailVerifiedAt",
            "phone",
            "phoneVerifiedAt",
            "username",
            "active",
            "staff",
            "superuser",
            "joinedAt",
            "lastLoginAt",
            "deletedAt",
            "disabledUntil",
            "name");

    @Override
    public Set<AccountOrder> orders() {
        return Set.of(AccountOrder.values());
    }

    @Override
    public Page page(Table list, Query query) {
        return store.look(
                tables -> list == Table.USERS ? users(tables, query) : new InMemoryLogRows(tables, list, query).page());
    }

    @Override
    public List<DailyCounts> daily(Instant first, int days) {
        InMemoryDailyCounts counts = new InMemoryDailyCounts(first, days);
        return store.look(counts::of);
    }

    private static Page users(Tables tables, Query query) {
        List<ProfileRow> profiles = Tables.committed(tables.profiles);
        Comparator<UserRow> byKey = Comparator.comparing(InMemoryAdminLists::key);
        List<UserRow> found = Tables.committed(tables.users).stream()
                .filter(row -> isAfter(row, query))
                .filter(row -> query.user() == null || row.id().toString().equals(query.user()))
                .filter(row -> isFound(row, of(row, profiles), query.find()))
                .filter(row -> fits(status(row, query), row, of(row, profiles), query.filter()))
                .sorted(query.oldestFirst() ? byKey : byKey.reversed())
                .toList();
        if (query.order().isByName()) {
            found = byName(found, profiles, query);
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        found.stream()
                .limit(query.size())
                .forEach(row -> rows.add(cells(row, status(row, query), name(of(row, profiles)))));
        String next =
                found.size() > query.size() ? found.get(query.size() - 1).id().toString() : null;
        return new Page(COLUMNS, rows, next);
    }

    /** All of them are here: those behind the last one are left. */
    private static List<UserRow> byName(List<UserRow> newest, List<ProfileRow> profiles, Query query) {
        Comparator<UserRow> order =
                Comparator.comparing(row -> String.valueOf(name(of(row, profiles))), String.CASE_INSENSITIVE_ORDER);
        List<UserRow> named = newest.stream()
                .filter(row -> name(of(row, profiles)) != null)
                .sorted(query.order() == AccountOrder.NAME ? order : order.reversed())
                .toList();
        List<UserRow> all = new ArrayList<>(named);
        newest.stream().filter(row -> !named.contains(row)).forEach(all::add);
        int last = all.stream().map(row -> row.id().toString()).toList().indexOf(String.valueOf(query.after()));
        return all.subList(last + 1, all.size());
    }

    private static List<ProfileRow> of(UserRow user, List<ProfileRow> profiles) {
        return profiles.stream()
                .filter(row -> !row.isDeleted() && row.info().user().equals(user.id()))
                .toList();
    }

    private static long key(UserRow row) {
        return (Long) row.id().key();
    }

    private static boolean isAfter(UserRow row, Query query) {
        String after = query.after();
        if (after == null || query.order().isByName()) {
            return true;
        }
        if (!after.matches("[0-9]{1,18}")) {
            return false;
        }
        long last = Long.parseLong(after);
        return query.oldestFirst() ? key(row) > last : key(row) < last;
    }

    private static boolean isFound(UserRow row, List<ProfileRow> profiles, @Nullable String find) {
        if (find == null) {
            return true;
        }
        String text = find.strip().toLowerCase(Locale.ROOT);
        UserInfo info = row.info();
        Stream<@Nullable String> names =
                profiles.stream().map(profile -> profile.info().person()).flatMap(InMemoryAdminLists::names);
        boolean begins = Stream.concat(Stream.of(info.email(), info.phone(), info.username()), names)
                .anyMatch(
                        value -> value != null && value.toLowerCase(Locale.ROOT).startsWith(text));
        return row.id().toString().equals(text) || text.length() > 1 && begins;
    }

    /** Of the default profile; null where it has none. */
    private static @Nullable String name(List<ProfileRow> profiles) {
        return profiles.stream()
                .filter(profile -> profile.info().status().isDefault() && !profile.isDeleted())
                .map(profile -> profile.info().person().fullName())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Stream<@Nullable String> names(Person person) {
        return Stream.of(person.firstName(), person.lastName1(), person.lastName2());
    }

    private static boolean fits(UserInfo.Status status, UserRow row, List<ProfileRow> profiles, AccountFilter filter) {
        UserInfo info = row.info();
        String role = filter.role();
        return (role == null
                        || profiles.stream()
                                .anyMatch(profile ->
                                        profile.info().status().role().equalsIgnoreCase(role)))
                && (filter.state() == null || filter.state() == state(status))
                && (filter.proven() == null
                        || filter.proven() == info.identifiers().anyVerified())
                && filter.joined().contains(info.dates().joinedAt())
                && filter.seen().contains(info.dates().lastLoginAt());
    }

    private static UserInfo.Status status(UserRow row, Query query) {
        Instant at = query.at();
        return at == null ? row.status() : row.status().at(at);
    }

    private static State state(UserInfo.Status status) {
        return status.deletedAt() != null ? State.DELETED : status.active() ? State.ACTIVE : State.DISABLED;
    }

    private static Map<String, @Nullable Object> cells(UserRow row, UserInfo.Status status, @Nullable String name) {
        UserInfo info = row.info();
        IdentifierState email = info.identifiers().email();
        IdentifierState phone = info.identifiers().phone();
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("id", row.id().key());
        cells.put("email", email.value());
        cells.put("emailVerifiedAt", email.verifiedAt());
        cells.put("phone", phone.value());
        cells.put("phoneVerifiedAt", phone.verifiedAt());
        cells.put("username", info.username());
        cells.put("active", status.active());
        cells.put("staff", info.status().staff());
        cells.put("superuser", info.status().superuser());
        cells.put("joinedAt", info.dates().joinedAt());
        cells.put("lastLoginAt", info.dates().lastLoginAt());
        cells.put("deletedAt", info.status().deletedAt());
        cells.put("disabledUntil", status.disabledUntil());
        cells.put("name", name);
        return cells;
    }
}
