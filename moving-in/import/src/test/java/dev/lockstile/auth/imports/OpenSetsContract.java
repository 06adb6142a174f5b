package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Three more old systems, moved into a host: counts are those that their answer keys give. */
abstract class OpenSetsContract extends OpenSetsFixture {

    @Test
    void two_tables_of_the_fastapi_application_become_one_base() {
        ImportReport report = run(
                () -> open(LegacyDump.fastApiUsers()),
                new FastApiUsersPreset(),
                ImportOptions.defaults().withRoles(List.of("manager")));

        JsonNode expected = EXPECTED.path("fastapi_users");
        ImportReport.EntityCounts fu = report.entities().get("fu_users");
        ImportReport.EntityCounts users = report.entities().get("users");
        assertThat(fu.read()).isEqualTo(expected.at("/rows/fu_users").longValue());
        assertThat(users.read()).isEqualTo(expected.at("/rows/users").longValue());
        // two pairs of e-mails that differ in case: the loser of each has nothing else to sign in by
        assertThat(fu.in(State.QUARANTINED))
                .isEqualTo(expected.path("fu_email_case_groups").longValue());
        assertThat(fu.byReason()).containsOnlyKeys("identifier_collision");
        assertThat(users.in(State.MERGED))
                .isEqualTo(expected.path("users_email_also_in_fu_users_case_insensitive")
                        .longValue());
        assertThat(report.entities().get("user_sessions").in(State.SKIPPED)).isEqualTo(13);
        assertThat(report.warnings()).containsKey("second_password_dropped");
        assertThat(report.people().read()).isEqualTo(299);
        assertSumsAreWhole(report);
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(230 + 56);
        assertThat(host.count("select count(*) from auth_user where email like '%@local'"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from auth_profile where role = 'manager'"))
                .isEqualTo(5);
    }

    @Test
    void django_users_and_customers_of_the_code_application_come_from_postgres_and_sqlite_alike() {
        ImportOptions groups = ImportOptions.defaults().withRoles(oldGroups());
        ImportReport report = run(() -> open(LegacyDump.djangoOtp()), DjangoPreset.standard(), groups);

        JsonNode expected = EXPECTED.path("django_otp");
        assertThat(report.people().read())
                .isEqualTo(expected.at("/rows_pg/auth_user").longValue());
        ImportReport.EntityCounts customers = report.entities().get("customers");
        assertThat(customers.read())
                .isEqualTo(expected.at("/rows_pg/core_customer").longValue());
        assertThat(customers.in(State.MERGED))
                .isEqualTo(
                        expected.path("customers_matching_a_user_by_email_ci").longValue());
        assertThat(report.warnings())
                .containsEntry(
                        "codes_expired_by_import", expected.at("/otp/open").longValue());
        assertThat(report.entities().get("otp_codes").read()).isEqualTo(57);
        assertThat(host.count(
                        "select count(*) from auth_profile where role in ('billing', 'Admins', 'empty') or role like"
                                + " 'soporte%'"))
                .isEqualTo(old("select count(distinct user_id) as n from auth_user_groups g join auth_user u on u.id"
                        + " = g.user_id"));
        assertSumsAreWhole(report);

        try (JpaHost second = openHost()) {
            String sqlite = "jdbc:sqlite:" + LegacyDump.unpacked("django_otp.sqlite3.gz", folder);
            ImportReport same = new Importing(second.store()).run(open(sqlite), DjangoPreset.standard(), groups);
            assertThat(same.entities()).isEqualTo(report.entities());
            assertThat(same.warnings()).isEqualTo(report.warnings());
            String people = "select email, username, is_active, is_staff, is_superuser, joined_at, last_login_at from"
                    + " auth_user where username is not null order by username, joined_at";
            List<Map<String, String>> here = host.rows(people);
            List<Map<String, String>> there = second.rows(people);
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i)).isEqualTo(here.get(i));
            }
        }
    }

    @Test
    void a_default_region_brings_in_the_customers_with_national_numbers() {
        ImportReport plain = run(() -> open(LegacyDump.djangoOtp()), DjangoPreset.standard());
        ImportReport.EntityCounts before = plain.entities().get("customers");

        ImportReport again = importing.run(
                open(LegacyDump.djangoOtp()),
                DjangoPreset.standard(),
                ImportOptions.defaults().withDefaultRegion("IN"));

        ImportReport.EntityCounts after = again.entities().get("customers");
        assertThat(before.in(State.QUARANTINED)).isPositive();
        assertThat(after.in(State.QUARANTINED)).isLessThan(before.in(State.QUARANTINED));
        assertThat(after.in(State.CREATED)).isEqualTo(before.in(State.QUARANTINED) - after.in(State.QUARANTINED));
    }

    @Test
    void phone_users_of_the_document_store_follow_rule_c_of_the_answer_key() {
        ImportReport report = run(
                () -> Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder)),
                new MongoPhoneOtpPreset(),
                ImportOptions.defaults().withOnlyLive());

        Map<String, String> phones = new TreeMap<>();
        host.rows("select l.legacy_id, u.phone from auth_user u join auth_legacy_link l on l.entity = 'users'"
                        + " and l.local_ref = cast(u.id as varchar)")
                .forEach(row -> phones.put(row.get("legacy_id"), row.get("phone")));
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> verdicts = new TreeMap<>();
        KEY.path("verdict_rule_C").forEachEntry((id, verdict) -> {
            if (verdict.stringValue().startsWith("+")) {
                expected.put(id, verdict.stringValue());
            } else {
                verdicts.put(id, verdict.stringValue());
            }
        });
        Map<String, String> reasons = importing.quarantine().stream()
                .collect(Collectors.toMap(QuarantineEntry::legacyId, QuarantineEntry::reason));
        phones.forEach((id, phone) -> assertThat(expected.getOrDefault(id, verdicts.getOrDefault(id, "?")))
                .describedAs(id + " " + phone)
                .isIn(phone, "quarantine"));
        List<String> elsewhere = reasons.entrySet().stream()
                .filter(entry -> entry.getValue().equals("phone_country_mismatch"))
                .map(Map.Entry::getKey)
                .toList();
        // rule C took these for numbers of a country other than the one beside them
        assertThat(elsewhere).hasSize(7).allSatisfy(id -> assertThat(expected).containsKey(id));
        expected.keySet().removeAll(elsewhere);
        // and read these with an extension, or letters in place of digits
        List<String> told = reasons.entrySet().stream()
                .filter(entry -> entry.getValue().equals("phone_not_possible"))
                .map(Map.Entry::getKey)
                .filter(expected::containsKey)
                .toList();
        assertThat(told).hasSize(6);
        expected.keySet().removeAll(told);
        assertThat(expected.keySet()).allSatisfy(id -> assertThat(phones).containsKey(id));
        // two more whom only their user name had kept out
        assertThat(report.people().in(State.CREATED)).isEqualTo(241 + 2 - 7 - 6);
        assertThat(report.people().in(State.SKIPPED)).isEqualTo(30);
        assertThat(report.people().byReason())
                .containsEntry("not_active_or_removed", 30L)
                .containsEntry("phone_not_possible", 20L + 1 + 6)
                .containsEntry("phone_country_mismatch", 7L)
                .containsEntry("duplicate_phone", 6L);
        assertThat(reasons).hasSize(27 + 7 + 6);
        assertSumsAreWhole(report);
    }

    @Test
    void nobody_of_the_document_store_is_dropped() {
        ImportReport report = run(
                () -> Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder)), new MongoPhoneOtpPreset());

        assertThat(report.people().read()).isEqualTo(KEY.path("rows_users").longValue());
        assertThat(report.people().in(State.SKIPPED)).isZero();
        // of the 30 who are not live 26 come, disabled; 2 share a number with a user, 1 has one of another country
        assertThat(report.people().in(State.CREATED)).isEqualTo(236 + 26 - 6);
        assertThat(report.people().byReason())
                .isEqualTo(Map.of("duplicate_phone", 8L, "phone_country_mismatch", 8L, "phone_not_possible", 22L + 6));
        assertThat(report.warnings()).containsEntry("imported_disabled", 26L).containsEntry("state_uncertain", 11L);
        assertThat(report.named().get("state_uncertain").count()).isEqualTo(11);
        assertThat(host.count("select count(*) from auth_user where is_active = true"))
                .isEqualTo(236 - 6);
        assertSumsAreWhole(report);
    }

    @Test
    void every_biograph_is_linked_or_told_as_orphan_or_waiting() {
        Source users = Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder));
        Source biographs = Sources.file(LegacyDump.copied("biograph.biographs.jsonl.gz", folder));

        ImportReport report =
                importing.run(users, new MongoPhoneOtpPreset(), List.of(new ContentFile("biographs", biographs)));

        ImportReport.EntityCounts counts = report.entities().get("biographs");
        assertThat(counts.read()).isEqualTo(KEY.path("rows_biographs").longValue());
        assertThat(counts.byReason().get("orphan"))
                .isEqualTo(KEY.at("/biographs/orphan: owner unknown").longValue()
                        + KEY.at("/biographs/user_id null").longValue());
        assertThat(counts.in(State.CREATED))
                .isEqualTo(600
                        - counts.byReason().get("orphan")
                        - counts.byReason().get("waiting_for_owner"));
        assertThat(host.count("select count(*) from auth_legacy_link c join auth_user u on c.local_ref ="
                        + " cast(u.id as varchar) where c.entity = 'biographs'"))
                .isEqualTo(counts.in(State.CREATED));
    }
}
