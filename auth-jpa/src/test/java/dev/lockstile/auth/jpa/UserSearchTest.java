package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Administrators find users by other spellings, by beginnings and by names, and no search reads a whole table. */
final class UserSearchTest {

    private static final IdentifierRules RULES = IdentifierRules.standard();

    private final CountingDataSource counter = new CountingDataSource();
    private OpenHost host;
    private AdminLists lists;

    private void open(TestHost kind, TestDatabase database) {
        host = OpenHost.through(kind, database, counter::around);
        lists = host.store().adminLists();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void spellings_beginnings_and_names_find_the_user_and_wildcards_find_none(TestDatabase database) {
        open(TestHost.NUMBERED, database);
        UserId carla = carla();
        user("bea@example.com", null, null, new Person("Bea", "Ruiz", null, null, null));
        for (String text : List.of(
                "carla@example.com",
                "CARLA@example.com",
                "  carla@EXAMPLE.com ",
                "carla@",
                "Carl",
                "+525512345000",
                "+52 55 1234 5000",
                "+52 (55) 12",
                "carlita",
                "CARLI",
                "Goyeneche",
                "goyen",
                "Lu",
                "Núñez",
                carla.toString())) {
            assertThat(found(text)).as(text).containsExactly("carla@example.com");
        }
        for (String text : List.of(
                "c",
                "%",
                "_arla",
                "arla",
                "car%",
                "' or 1=1 --",
                "carla@example.com'",
                "x".repeat(500),
                "-1",
                "a\u0000b",
                "\ud800a",
                "\n",
                " ")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestHost.class,
            names = {"UUID", "TEXT", "LEGACY"})
    void keys_and_columns_of_other_kinds_serve_as_well(TestHost kind) {
        open(kind, TestDatabase.POSTGRES);
        UserId carla = carla();
        for (String text : List.of("CARLA@example.com", "+52 55 1234", "goyen", "carlita", carla.toString())) {
            assertThat(found(text)).as(text).containsExactly("carla@example.com");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void pages_of_a_search_show_each_user_once_newest_first(TestDatabase database) {
        open(TestHost.NUMBERED, database);
        for (int i = 0; i < 7; i++) {
            user("same" + (i * 3 % 7) + "@example.com", null, null, Person.UNKNOWN);
        }
        user("other@example.com", null, null, Person.UNKNOWN);
        List<Object> seen = new ArrayList<>();
        String after = null;
        do {
            AdminLists.Page page = lists.page(
                    AdminLists.Table.USERS,
                    AdminLists.Query.all().finding("SAME").sized(3).after(after));
            page.rows().forEach(row -> seen.add(row.get("email")));
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .containsExactly(
                        "same4@example.com",
                        "same1@example.com",
                        "same5@example.com",
                        "same2@example.com",
                        "same6@example.com",
                        "same3@example.com",
                        "same0@example.com");
    }

    @Test
    void no_search_reads_a_whole_table_of_postgresql() {
        open(TestHost.NUMBERED, TestDatabase.POSTGRES);
        carla();
        host.sql(
                "insert into auth_user (created_at, modified_at, deleted_by_cascade, email, email_key, phone, username,"
                        + " is_active, is_staff, is_superuser, joined_at, settings) select now(), now(), false,"
                        + " 'person' || n || '@example.com', 'k' || n, '+4915' || (10000000 + n), 'name' || n, true, false,"
                        + " false, now(), '{}' from generate_series(1, 8000) n",
                "insert into auth_profile (created_at, modified_at, deleted_by_cascade, user_id, first_name, last_name_1,"
                        + " is_default, is_active, role, label, settings) select now(), now(), false, id, 'Given' || id,"
                        + " 'Family' || id, true, true, 'USER', '', '{}' from auth_user where username like 'name%'",
                "analyze auth_user",
                "analyze auth_profile");
        for (String text :
                List.of("carla@example.com", "CARLA", "goyen", "person", "family12", "+4915", "no such", "12")) {
            List<String> statements = counter.during(() ->
                    lists.page(AdminLists.Table.USERS, AdminLists.Query.all().finding(text)));
            assertThat(statements)
                    .as(text)
                    .isNotEmpty()
                    .allSatisfy(sql -> assertThat(plan(sql, text))
                            .as(sql)
                            .contains("Index")
                            .doesNotContain("Seq Scan"));
        }
    }

    /** The plan of a statement with the values that the search gives it. */
    private String plan(String sql, String text) {
        Matcher marks = Pattern.compile("\\?").matcher(sql);
        int count = (int) marks.results().count();
        List<String> values = new ArrayList<>();
        String low = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < count - 1; i++) {
            boolean number = sql.contains(".id in (") || sql.contains("id=?");
            values.add(
                    number
                            ? String.valueOf(i + 1)
                            : i == 0 ? "'" + low + "'" : "'" + low + Character.toString(0x10ffff) + "'");
        }
        values.add("1000");
        StringBuilder filled = new StringBuilder();
        int from = 0;
        marks.reset();
        for (String value : values) {
            marks.find();
            filled.append(sql, from, marks.start()).append(value);
            from = marks.end();
        }
        String full = "explain " + filled + sql.substring(from);
        List<?> lines = host.emf()
                .callInTransaction(
                        em -> em.createNativeQuery(full, String.class).getResultList());
        return lines.toString();
    }

    private UserId carla() {
        return user(
                "carla@example.com", "+525512345000", "carlita", new Person("Luisa", "Goyeneche", "Núñez", null, null));
    }

    private UserId user(String email, String phone, String username, Person person) {
        List<IdentifierAssignment> claims = Stream.of(
                        RULES.email(email),
                        Optional.ofNullable(phone).flatMap(RULES::phone),
                        Optional.ofNullable(username).flatMap(RULES::username))
                .flatMap(Optional<Identifier>::stream)
                .map(identifier -> new IdentifierAssignment(identifier, true, null))
                .toList();
        return host.store().alone(tx -> {
            UserId id = tx.users()
                    .insert(new NewUser(
                            claims,
                            null,
                            UserInfo.Status.ORDINARY,
                            new UserInfo.Dates(NOW, null, null),
                            SettingsJson.EMPTY,
                            RowTimes.fresh(NOW)));
            tx.profiles()
                    .insert(new NewProfile(
                            id,
                            person,
                            new ProfileInfo.Status("USER", true, true),
                            "",
                            null,
                            SettingsJson.EMPTY,
                            RowTimes.fresh(NOW)));
            return id;
        });
    }

    private List<Object> found(String text) {
        return lists.page(AdminLists.Table.USERS, AdminLists.Query.all().finding(text)).rows().stream()
                .map(row -> row.get("email"))
                .toList();
    }
}
