package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.DeviceInfo;
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
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists of an administration: what they show, what they never show, and what a page costs. */
final class AdminListsTest {

    private final CountingDataSource counter = new CountingDataSource();
    private OpenHost host;
    private AdminLists lists;
    private JpaAuthStore store;

    private void open(TestDatabase database) {
        host = OpenHost.through(TestHost.NUMBERED, database, counter::around);
        store = host.store();
        lists = store.adminLists();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void pages_show_every_row_once_and_cost_one_statement_that_stops(TestDatabase database) {
        open(database);
        for (int i = 0; i < 7; i++) {
            user("u" + i);
        }
        List<Object> seen = new ArrayList<>();
        String after = null;
        do {
            AdminLists.Query query = AdminLists.Query.all().sized(3).after(after);
            List<AdminLists.Page> got = new ArrayList<>();
            List<String> statements = counter.during(() -> got.add(lists.page(AdminLists.Table.USERS, query)));
            assertThat(statements).hasSize(1);
            assertThat(statements.get(0).toLowerCase(Locale.ROOT))
                    .contains("order by", "desc")
                    .containsAnyOf("fetch first ", "limit ?")
                    .doesNotContain("count(")
                    .doesNotContain("offset");
            got.get(0).rows().forEach(row -> seen.add(row.get("email")));
            after = got.get(0).next();
        } while (after != null);
        assertThat(seen)
                .containsExactly(
                        "u6@example.com",
                        "u5@example.com",
                        "u4@example.com",
                        "u3@example.com",
                        "u2@example.com",
                        "u1@example.com",
                        "u0@example.com");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void users_have_the_full_name_of_their_default_profile(TestDatabase database) {
        open(database);
        store.alone(tx -> {
            UserId ana = tx.users().insert(Rowset.user("ana"));
            tx.profiles().insert(named(ana, new Person("Ana", "Ruiz", "Gil", null, null), true));
            tx.profiles().insert(named(ana, new Person("Work", "Ruiz", null, null, null), false));
            tx.profiles().insert(Rowset.profile(tx.users().insert(Rowset.user("bea")), "home"));
            return tx.users().insert(Rowset.user("cleo"));
        });
        assertThat(lists.page(AdminLists.Table.USERS, AdminLists.Query.all()).rows())
                .extracting(row -> row.get("email"), row -> row.get("name"))
                .containsExactly(
                        tuple("cleo@example.com", null),
                        tuple("bea@example.com", null),
                        tuple("ana@example.com", "Ana Ruiz Gil"));
    }

    private static NewProfile named(UserId user, Person person, boolean isDefault) {
        NewProfile plain = Rowset.profile(user, "");
        return new NewProfile(
                user,
                person,
                new ProfileInfo.Status("USER", isDefault, true),
                plain.label(),
                null,
                plain.settings(),
                plain.times());
    }

    @ParameterizedTest
    @EnumSource(AdminLists.Table.class)
    void no_list_selects_a_secret(AdminLists.Table list) {
        open(TestDatabase.H2);
        UserId ana = filled();
        List<String> statements =
                counter.during(() -> lists.page(list, AdminLists.Query.all().ofUser(ana.toString())));
        assertThat(statements)
                .allSatisfy(sql -> assertThat(sql.toLowerCase(Locale.ROOT))
                        .doesNotContain("password", "digest", "text_body", ".message", "settings", "fingerprint"));
        assertThat(lists.page(list, AdminLists.Query.all()).columns()).noneMatch(name -> name.endsWith("Key"));
        assertThat(String.valueOf(lists.page(list, AdminLists.Query.all()).rows()))
                .doesNotContain("Key=", "hash-of", "digest", "push-token-12345", "live-token-98765");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void users_are_found_by_what_they_go_by_and_by_nothing_else(TestDatabase database) {
        open(database);
        UserId ana = user("ana");
        user("bea");
        for (String text : List.of("ana@example.com", "ana", ana.toString())) {
            assertThat(emails(AdminLists.Query.all().finding(text))).as(text).containsExactly("ana@example.com");
        }
        for (String text : List.of("na@example.com", "%", "' or 1=1 --", "ana@example.com'", "x".repeat(500), "-1")) {
            assertThat(emails(AdminLists.Query.all().finding(text))).as(text).isEmpty();
        }
        assertThat(emails(AdminLists.Query.all().after("1 or 1=1"))).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_proof_of_another_value_is_not_shown(TestDatabase database) {
        open(database);
        UserId ana = store.alone(tx -> tx.users().insert(proven("ana@example.com")));
        assertThat(lists.page(AdminLists.Table.USERS, AdminLists.Query.all())
                        .rows()
                        .get(0)
                        .get("emailVerifiedAt"))
                .isEqualTo(NOW);
        host.sql("update auth_user set email = 'ceo@example.com' where id = " + ana);
        assertThat(lists.page(AdminLists.Table.USERS, AdminLists.Query.all()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("email", "ceo@example.com")
                        .containsEntry("emailVerifiedAt", null));
    }

    private static NewUser proven(String address) {
        return new NewUser(
                List.of(IdentifierAssignment.proven(
                        IdentifierRules.standard().email(address).orElseThrow(), NOW)),
                null,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void what_belongs_to_a_user_is_listed_alone_and_masked(TestDatabase database) {
        open(database);
        UserId ana = filled();
        UserId bea = user("bea");
        AdminLists.Query ofAna = AdminLists.Query.all().ofUser(ana.toString());
        assertThat(lists.page(AdminLists.Table.PROFILES, ofAna).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("label", "home"));
        assertThat(lists.page(AdminLists.Table.SESSIONS, ofAna).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("idleUntil"))
                        .as("shows whether it is over")
                        .isNotNull());
        assertThat(lists.page(AdminLists.Table.DEVICES, ofAna).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("notificationToken", "pu•••45"));
        assertThat(lists.page(AdminLists.Table.CODES, AdminLists.Query.all()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("email", "a•••@example.com"));
        AdminLists.Query ofBea = AdminLists.Query.all().ofUser(bea.toString());
        for (AdminLists.Table list : List.of(
                AdminLists.Table.PROFILES,
                AdminLists.Table.SESSIONS,
                AdminLists.Table.DEVICES,
                AdminLists.Table.CODES)) {
            assertThat(lists.page(list, ofBea).rows()).as(list.name()).isEmpty();
            assertThat(lists.page(list, AdminLists.Query.all().ofUser("no key")).rows())
                    .as(list.name())
                    .isEmpty();
        }
        assertThatThrownBy(() -> AdminLists.Query.all().sized(201)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_is_kept_whose_entity_the_host_has() {
        open(TestDatabase.H2);
        assertThat(lists.kept()).containsExactlyInAnyOrder(AdminLists.Table.values());
        Set<Class<?>> left = Set.of(AbstractDevice.class, AbstractSmsLog.class, AbstractLegacyLink.class);
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            TestHost.NUMBERED.createTables(pool);
            try (EntityManagerFactory emf = TestHost.NUMBERED.openWithout(left, pool, Map.of())) {
                assertThat(JpaAuthStore.of(emf).adminLists().kept())
                        .contains(AdminLists.Table.USERS, AdminLists.Table.EMAIL_LOG)
                        .doesNotContain(
                                AdminLists.Table.DEVICES, AdminLists.Table.SMS_LOG, AdminLists.Table.LEGACY_LINKS);
            }
        }
    }

    private List<Object> emails(AdminLists.Query query) {
        List<Object> emails = new ArrayList<>();
        for (Map<String, Object> row : lists.page(AdminLists.Table.USERS, query).rows()) {
            emails.add(row.get("email"));
        }
        return emails;
    }

    private UserId user(String name) {
        return store.alone(tx -> tx.users().insert(Rowset.user(name)));
    }

    private UserId filled() {
        return store.alone(tx -> {
            UserId ana = tx.users().insert(Rowset.user("ana"));
            tx.profiles().insert(Rowset.profile(ana, "home"));
            tx.sessions().insert(ana, Rowset.session("s1"));
            tx.codes().replace(Rowset.code("c1", "ana"));
            tx.devices().link(ana, new DeviceInfo("ios", "phone", "live-token-98765", "push-token-12345"), NOW);
            return ana;
        });
    }
}
