package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ReportPage;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A real jb-drf-auth database of some 300 people, moved into a host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JbImportContract {

    private static final List<String> TABLES =
            List.of("auth_user", "auth_profile", "auth_device", "auth_social_account", "auth_legacy_link");

    private String legacy;
    private JpaHost host;
    private Importing importing;

    abstract JpaHost openHost();

    @BeforeAll
    void restoreOldDatabase() {
        legacy = LegacyDump.jbDrfAuth();
    }

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void every_row_of_the_old_system_ends_in_a_state() {
        ImportReport report = importing.run(source());

        assertThat(report.people().read()).isEqualTo(304);
        assertThat(report.people().in(State.CREATED)).isEqualTo(304);
        assertThat(importing.quarantine()).isEmpty();
        assertThat(read(report))
                .containsEntry("users", 304L)
                .containsEntry("profiles", 454L)
                .containsEntry("devices", 154L)
                .containsEntry("social_accounts", 19L)
                .containsEntry("groups", 3L)
                .containsEntry("permissions", 48L)
                .containsEntry("group_permissions", 50L)
                .containsEntry("user_groups", 22L)
                .containsEntry("user_permissions", 4L)
                .containsEntry("sms_logs", 9L)
                .containsEntry("email_logs", 69L)
                .containsEntry("otp_codes", 51L);
        assertThat(report.warnings())
                .containsEntry("codes_not_imported", 44L)
                .containsEntry("codes_expired_by_import", 7L);
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(304);
        assertThat(host.count("select count(*) from auth_device")).isEqualTo(154);
        assertThat(host.count("select count(*) from auth_social_account")).isEqualTo(19);
        assertThat(host.count("select count(*) from auth_legacy_link"))
                .isEqualTo(
                        304 + 454 + 154 + 19 + report.entities().get("profiles").added());
    }

    @Test
    void odd_rows_are_counted_as_the_old_data_has_them() {
        ImportReport report = importing.run(source());

        long added = report.entities().get("profiles").added();
        assertThat(report.warnings())
                .containsEntry("settings_not_object", 10L)
                .containsEntry("email_kept_as_username", 3L)
                .containsEntry("username_replaced", 3L)
                .containsEntry("phone_assumed_international", 14L)
                .containsEntry("invented_email_dropped", 22L)
                // four pairs of e-mails, two of user names, two of phones; one loser is in two pairs
                .containsEntry("identifier_collision", 8L)
                .doesNotContainKeys("hash_unknown", "hash_ambiguous", "hash_refused", "date_left_out");
        assertThat(report.warnings().get("default_profile_created")).isEqualTo(added);
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(454 + added);
        assertThat(host.count("select count(*) from auth_user where deleted_at is not null"))
                .isEqualTo(15);
        assertThat(host.count("select count(*) from auth_user where is_active = false"))
                .isEqualTo(24);
        assertThat(report.hashFormats().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(304);
        assertThat(report.hashFormats()).containsEntry("unusable", 32L);
    }

    @Test
    void each_live_person_has_exactly_one_default_profile_and_it_is_active() {
        importing.run(source());

        assertThat(host.rows("select u.id from auth_user u where u.deleted_at is null and 1 <> (select count(*) from"
                        + " auth_profile p where p.user_id = u.id and p.is_default = true)"))
                .isEmpty();
        assertThat(host.rows("select p.id from auth_profile p join auth_user u on u.id = p.user_id where"
                        + " u.deleted_at is null and p.is_default = true and (p.is_active = false or"
                        + " p.deleted_at is not null)"))
                .isEmpty();
    }

    @Test
    void flags_dates_and_texts_arrive_as_they_were() {
        importing.run(source());

        Map<String, String> here = new TreeMap<>();
        host.rows("select l.legacy_id, u.* from auth_user u join auth_legacy_link l on l.entity = 'users'"
                        + " and l.local_ref = cast(u.id as varchar)")
                .forEach(row -> here.put(row.get("legacy_id"), Facts.ofUser(row)));
        Map<String, String> there = new TreeMap<>();
        old("select id as legacy_id, is_active, is_staff, is_superuser, deleted as deleted_at, created as created_at,"
                        + " modified as modified_at, date_joined as joined_at, last_login as last_login_at,"
                        + " terms_and_conditions as terms_accepted_at from authentication_user")
                .forEach(row -> there.put(row.get("legacy_id"), Facts.ofUser(row)));
        assertThat(here).isEqualTo(there);
    }

    @Test
    void profiles_devices_and_social_accounts_arrive_as_they_were() {
        importing.run(source(), ImportOptions.defaults().withRoles(List.of("ADMIN", "COMMERCE")));

        assertThat(Facts.sorted(host.rows("select first_name, last_name_1, last_name_2, birthday, gender, role, label,"
                        + " is_active, created_at, deleted_at, coalesce(picture, '') as picture"
                        + " from auth_profile where cast(id as varchar) in (select local_ref from"
                        + " auth_legacy_link where entity = 'profiles')")))
                .isEqualTo(
                        Facts.sorted(old("select first_name, last_name_1, last_name_2, birthday, gender, role, label,"
                                + " is_active, created as created_at, deleted as deleted_at, picture from"
                                + " authentication_profile")));
        assertThat(Facts.sorted(host.rows(
                        "select platform, name, token, notification_token, linked_at, created_at from auth_device")))
                .isEqualTo(Facts.sorted(old("select platform, name, token, notification_token, linked_at, created as"
                        + " created_at from authentication_device")));
        assertThat(Facts.sorted(host.rows("select provider, provider_user_id, email, email_verified, picture_url,"
                        + " last_login_at from auth_social_account")))
                .isEqualTo(Facts.sorted(old("select provider, provider_user_id, email, email_verified, picture_url,"
                        + " last_login_at from authentication_socialaccount")));
    }

    @Test
    void a_second_import_changes_no_row() {
        ImportReport first = importing.run(source());
        Map<String, List<Map<String, String>>> before = contents();

        ImportReport second = importing.run(source());

        assertThat(contents()).isEqualTo(before);
        assertThat(second.people().in(State.UNCHANGED)).isEqualTo(304);
        assertThat(second.people().in(State.CREATED)).isZero();
        assertThat(second.entities().get("profiles").in(State.UNCHANGED)).isEqualTo(454);
        assertThat(second.entities().get("profiles").added()).isZero();
        assertThat(read(second)).isEqualTo(read(first));
        assertThat(second.warnings()).doesNotContainKey("changed_at_source");
    }

    @Test
    void the_report_names_the_sites_that_people_sign_in_with() {
        Map<String, Long> atTheSource = new TreeMap<>();
        old("select provider, count(*) as n from authentication_socialaccount group by provider")
                .forEach(row -> atTheSource.put(row.get("provider"), Long.valueOf(row.get("n"))));
        assertThat(atTheSource).isNotEmpty();

        ImportReport first = importing.run(source());
        ImportReport second = importing.run(source());

        assertThat(first.socialProviders()).isEqualTo(atTheSource);
        assertThat(second.socialProviders()).as("here already").isEqualTo(atTheSource);
        assertThat(JsonMapper.shared()
                        .readTree(first.toJson())
                        .path("social_providers")
                        .toString())
                .isEqualTo(JsonMapper.shared().writeValueAsString(atTheSource));
        assertThat(ReportPage.of(first.toJson())).contains("## Accounts at other sites");
    }

    @Test
    void a_dry_run_counts_like_the_real_run_and_writes_nothing() {
        ImportReport dry = importing.run(source(), ImportOptions.defaults().asDryRun());
        assertThat(contents().values()).allSatisfy(rows -> assertThat(rows).isEmpty());

        ImportReport real = importing.run(source());

        assertThat(dry.run().dryRun()).isTrue();
        assertThat(dry.entities()).isEqualTo(real.entities());
        assertThat(dry.warnings()).isEqualTo(real.warnings());
        assertThat(dry.hashFormats()).isEqualTo(real.hashFormats());
        assertThat(dry.socialProviders()).isEqualTo(real.socialProviders());
    }

    @Test
    void the_size_of_a_batch_changes_no_count() {
        ImportReport report = importing.run(source(), ImportOptions.defaults().withBatchSize(7));

        assertThat(report.people().in(State.CREATED)).isEqualTo(304);
        assertThat(report.entities().get("devices").in(State.CREATED)).isEqualTo(154);
        assertThat(report.warnings()).containsEntry("identifier_collision", 8L);
    }

    @Test
    void no_address_number_or_hash_stands_in_the_report() {
        ImportReport report = importing.run(source());

        String json = report.withoutNames().toJson();
        Set<String> secrets = new HashSet<>();
        old("select email, phone, password from authentication_user").forEach(row -> secrets.addAll(row.values()));
        secrets.removeIf(secret -> secret == null || secret.length() < 5);
        assertThat(secrets).hasSizeGreaterThan(600).noneMatch(json::contains);
    }

    private JdbcSource source() {
        return JdbcSource.open(new SourceAccess(legacy, null, null));
    }

    private List<Map<String, String>> old(String sql) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(legacy);
        return Sql.rows(database, sql);
    }

    private Map<String, List<Map<String, String>>> contents() {
        Map<String, List<Map<String, String>>> all = new TreeMap<>();
        TABLES.forEach(table -> all.put(table, host.rows("select * from " + table + " order by id")));
        return all;
    }

    private static Map<String, Long> read(ImportReport report) {
        Map<String, Long> read = new TreeMap<>();
        report.entities().forEach((name, counts) -> read.put(name, total(counts)));
        return read;
    }

    private static long total(ImportReport.EntityCounts counts) {
        return counts.in(State.CREATED)
                + counts.in(State.UPDATED)
                + counts.in(State.UNCHANGED)
                + counts.in(State.MERGED)
                + counts.in(State.SKIPPED)
                + counts.in(State.QUARANTINED);
    }
}
