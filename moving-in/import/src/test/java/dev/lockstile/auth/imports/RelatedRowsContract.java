package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MarksBelieved;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came along with second rows of people goes with what these filled in, or stays with it. */
abstract class RelatedRowsContract extends UpdateFixture {

    private static final ImportOptions MERGE = ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE);

    /** Of two rows of jb-drf-auth with one address neither proves it: here the mark of each counts for its own. */
    private static final Preset PRESET = new MarksBelieved(JbDrfAuthPreset.discovering());

    private static final String TOUCH = " set modified_at = timestamp with time zone '2030-01-01 00:00:00+00'";

    private final JdbcDataSource django = new JdbcDataSource();
    private final String url = "jdbc:h2:mem:along_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";

    @Test
    void a_profile_that_a_customer_became_goes() {
        ann();
        Map<String, List<Map<String, String>>> before = rows();
        ImportReport second = customer("'+12025550143'");
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(2);
        assertThat(host.count("select count(*) from auth_user where phone is not null"))
                .as("nobody has proven that the customer is the user")
                .isZero();

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+12025550143'", "null"})
    void a_customer_who_has_signed_in_since_keeps_the_profile_too(String phone) {
        UserId ann = ann();
        ImportReport second = customer(phone);
        host.store().alone(tx -> tx.users().recordLogin(ann, LATER));
        Map<String, List<Map<String, String>>> used = rows();

        for (int call = 0; call < 2; call++) {
            RollbackReport back = rollback(second, null);
            assertThat(rows()).isEqualTo(used);
            assertThat(back.entities().get("customers")).isEqualTo(Map.of("used_since", 1L));
            assertThat(back.entities().get("added_profiles")).isEqualTo(Map.of("owner_kept", 1L));
        }
    }

    @Test
    void a_customer_who_signed_in_before_the_row_came_loses_the_profile() {
        UserId ann = ann();
        host.store().alone(tx -> tx.users().recordLogin(ann, Importing.NOW.minusSeconds(60)));
        Map<String, List<Map<String, String>>> before = rows();
        ImportReport second = customer("null");

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_customer_whose_profile_was_changed_since_keeps_it() {
        ann();
        ImportReport second = customer("'+12025550143'");
        host.execute("update auth_profile" + TOUCH + " where is_default = false");
        Map<String, List<Map<String, String>>> used = rows();

        RollbackReport back = rollback(second, null);

        assertThat(rows()).isEqualTo(used);
        assertThat(back.entities().get("customers")).isEqualTo(Map.of("used_since", 1L));
    }

    @Test
    void a_customer_whose_profile_rows_of_the_host_name_keeps_all_of_it() {
        ann();
        ImportReport second = customer("'+12025550143'");
        host.execute(
                "create table shop_order (id bigint primary key, profile_id bigint references auth_profile (id))",
                "insert into shop_order select 1, max(id) from auth_profile");
        Map<String, List<Map<String, String>>> ordered = rows();

        RollbackReport back = rollback(second, null);

        assertThat(rows()).isEqualTo(ordered);
        assertThat(back.entities().get("customers")).isEqualTo(Map.of("referred_to", 1L));
    }

    @Test
    void an_account_merged_by_policy_gives_back_what_it_got() {
        old.user(1).profile(1, 1);
        importing.run(old.source());
        Map<String, List<Map<String, String>>> before = rows();
        secondRow().device(2, 2);
        ImportReport second = importing.run(old.source(), PRESET, MERGE);
        assertThat(states(second, "users")).isEqualTo(Map.of("unchanged", 1L, "merged", 1L));
        assertThat(row("auth_user", "users", 1)).containsEntry("phone", "+12025550143");

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_account_at_another_site_that_a_second_row_brought_opens_nothing_any_more() {
        old.user(1).profile(1, 1).social(1, 1, "sub-1");
        importing.run(old.source());
        Map<String, List<Map<String, String>>> before = rows();
        secondRow().social(2, 2, "sub-2");
        ImportReport second = importing.run(old.source(), PRESET, MERGE);
        assertThat(subs()).containsExactly("sub-1", "sub-2");
        assertThat(host.rows("select before_row from auth_import_before").toString())
                .doesNotContain("sub-2");

        RollbackReport back = rollback(second, null);

        assertThat(subs()).containsExactly("sub-1");
        assertThat(rows()).isEqualTo(before);
        assertThat(back.isWhole()).isTrue();
    }

    @Test
    void an_account_at_another_site_that_was_changed_since_keeps_all_of_it() {
        old.user(1).profile(1, 1);
        importing.run(old.source());
        secondRow().social(2, 2, "sub-2");
        ImportReport second = importing.run(old.source(), PRESET, MERGE);
        host.execute("update auth_social_account" + TOUCH);
        Map<String, List<Map<String, String>>> used = rows();

        RollbackReport back = rollback(second, null);

        assertThat(subs()).containsExactly("sub-2");
        assertThat(rows()).isEqualTo(used);
        assertThat(back.entities().get("social_accounts")).isEqualTo(Map.of("owner_kept", 1L));
    }

    @Test
    void an_account_at_another_site_that_came_later_to_somebody_here_stays_and_is_told() {
        old.user(1).profile(1, 1);
        importing.run(old.source());
        old.social(1, 1, "sub-1");
        ImportReport second = importing.run(old.source());

        RollbackReport back = rollback(second, null);

        assertThat(subs()).containsExactly("sub-1");
        assertThat(back.entities().get("social_accounts")).isEqualTo(Map.of("existed_before", 1L));
    }

    @Test
    void a_second_row_that_brought_nothing_is_forgotten_whatever_its_person_does() {
        old.user(1, "phone", "'+12025550143'").profile(1, 1);
        importing.run(old.source());
        old.user(2, "email", "'USER1@example.com'", "username", "null", "phone", "'+12025550143'");
        ImportReport second = importing.run(old.source(), PRESET, MERGE);
        assertThat(states(second, "users")).isEqualTo(Map.of("unchanged", 1L, "merged", 1L));
        signIn(1);

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(host.count("select count(*) from auth_legacy_link where entity = 'users'"))
                .isEqualTo(1);
    }

    @Test
    void a_device_that_rows_of_the_host_name_stays_and_the_others_go() {
        old.user(1).profile(1, 1);
        importing.run(old.source());
        old.device(1, 1).device(2, 1).device(3, 1);
        ImportReport second = importing.run(old.source());
        host.execute(
                "create table shop_push (id bigint primary key, device_id bigint references auth_device (id))",
                "insert into shop_push select 1, max(id) from auth_device");

        RollbackReport back = rollback(second, null);

        assertThat(back.entities().get("devices")).isEqualTo(Map.of("removed", 2L, "referred_to", 1L));
        assertThat(host.count("select count(*) from auth_device")).isEqualTo(1);
    }

    /** Moves a user in from a Django project, and returns the account here. */
    private UserId ann() {
        django.setURL(url);
        Sql.execute(
                django,
                "create table auth_user (id int primary key, password varchar, last_login timestamp, is_superuser"
                        + " boolean, username varchar, first_name varchar, last_name varchar, email varchar, is_staff"
                        + " boolean, is_active boolean, date_joined timestamp)",
                "create table core_customer (id int primary key, customer_id varchar, name varchar, email varchar,"
                        + " phone varchar, customer_type varchar)",
                "insert into auth_user values (1, '!', null, false, 'ann', 'Ann', '', 'ann@example.com', false, true,"
                        + " timestamp '2020-01-01 00:00:00')");
        runDjango();
        return host.store()
                .userId(host.rows("select id from auth_user").get(0).get("id"))
                .orElseThrow();
    }

    /** The second run, in which the same person comes as a customer. */
    private ImportReport customer(String phone) {
        Sql.execute(
                django,
                "insert into core_customer values (5, 'CUST000005', 'Ann Lee', 'ann@example.com', " + phone
                        + ", 'residential')");
        ImportReport second = runDjango();
        assertThat(states(second, "customers")).isEqualTo(Map.of("merged", 1L));
        return second;
    }

    private ImportReport runDjango() {
        return importing.run(
                JdbcSource.open(new SourceAccess(url, null, null)), DjangoPreset.standard(), ImportOptions.defaults());
    }

    private SmallLegacy secondRow() {
        return old.user(2, "email", "'USER1@example.com'", "username", "'other'", "phone", "'+12025550143'")
                .profile(2, 2);
    }

    private List<String> subs() {
        return host.rows("select provider_user_id from auth_social_account order by id").stream()
                .map(row -> row.get("provider_user_id"))
                .toList();
    }
}
