package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.report.ImportReport;
import org.junit.jupiter.api.Test;

/** A mark of proof that says no, nothing, or something unknown proves nothing. */
abstract class ProofMarkersContract extends StateAndProofFixture {

    @Test
    void a_zero_in_a_time_column_proves_nothing() {
        moved("authjs", resource("01-authjs-sqlite-unverified-0/authjs.sqlite"));
        assertThat(proven()).doesNotContain("a1", "a3");
    }

    @Test
    void what_exports_write_for_nothing_proves_nothing() {
        ImportReport report = moved("devise", resource("03-devise-csv-null-markers/users.csv"));
        assertThat(report.people().read()).isEqualTo(7);
        assertThat(proven()).isEmpty();
        assertThat(report.proofs()).containsEntry("email_unproven", 7L);
    }

    @Test
    void words_for_no_prove_nothing() {
        moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,email_verified_at",
                        "1,no@acme.example,,No",
                        "2,false@acme.example,,FALSE",
                        "3,zero@acme.example,,0000-00-00",
                        "4,epoch@acme.example,,1970-01-01 00:00:00",
                        "5,time@acme.example,,2024-01-01 00:00:00 +0000",
                        "6,millis@acme.example,,1704067200000"));
        assertThat(proven()).containsExactly("millis", "time");
    }

    @Test
    void the_first_days_of_calendars_and_times_that_mean_never_prove_nothing() {
        moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,email_verified_at,deleted_at",
                        "1,net@acme.example,,0001-01-01 00:00:00,0001-01-01T00:00:00Z",
                        "2,server@acme.example,,1753-01-01,",
                        "3,sheet@acme.example,,1899-12-30,",
                        "4,small@acme.example,,1900-01-01 00:00:00,",
                        "5,zone@acme.example,,1970-01-01 01:00:00,",
                        "6,never@acme.example,,9999-12-31 23:59:59,",
                        "7,time@acme.example,,1999-01-01 00:00:00,"));
        assertThat(proven()).containsExactly("time");
        assertThat(states()).containsEntry("net", "open");
    }

    @Test
    void a_word_that_is_not_known_proves_nothing_and_is_counted() {
        ImportReport report = moved(
                "authjs",
                file("users.csv", "id,email,emailVerified", "1,maybe@acme.example,maybe", "2,yes@acme.example,yes"));
        assertThat(proven()).containsExactly("yes");
        assertThat(report.warnings()).containsEntry("marker_not_known", 1L);
    }

    @Test
    void json_lines_are_read_by_the_same_rule() {
        moved(
                "mongo-phone-otp",
                file("users.jsonl", "{\"_id\":1,\"phone_number\":\"+5215512345678\",\"email\":\"NULL\"}"));
        assertThat(host.count("select count(*) from auth_user where email is not null"))
                .isZero();
    }

    @Test
    void times_are_those_that_exports_write() {
        ImportReport report = moved("laravel", resource("39-rails-time-with-UTC/users.csv"));
        assertThat(report.warnings()).doesNotContainKeys("date_left_out", "date_missing");
        assertThat(host.count("select count(distinct joined_at) from auth_user"))
                .isEqualTo(1);
    }

    @Test
    void times_of_seconds_offsets_and_fractions_are_read() {
        ImportReport report = moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,created_at",
                        "1,a@acme.example,,1704067200",
                        "2,b@acme.example,,2024-01-01T02:00:00.000+0200",
                        "3,c@acme.example,,2024-01-01 00:00:00.000000 UTC",
                        "4,d@acme.example,,2024-01-01 00:00:00.0000000 +00:00"));
        assertThat(report.warnings()).doesNotContainKeys("date_left_out", "date_missing");
        assertThat(host.count("select count(distinct joined_at) from auth_user"))
                .isEqualTo(1);
    }

    @Test
    void times_are_read_as_mails_languages_and_spreadsheets_write_them() {
        ImportReport report = moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,created_at",
                        "1,a@acme.example,,\"Mon, 01 Jan 2024 00:00:00 GMT\"",
                        "2,b@acme.example,,/Date(1704067200000)/",
                        "3,c@acme.example,,20240101T000000Z",
                        "4,d@acme.example,,1704067200.000",
                        "5,e@acme.example,,\"2024-01-01T00:00:00,000Z\"",
                        "6,f@acme.example,,2024-01-01 00:00:00 +0000 UTC",
                        "7,g@acme.example,,2024-01-01T01:00:00+01:00[Europe/Vienna]",
                        "8,h@acme.example,,Mon Jan 01 2024 01:00:00 GMT+0100 (Central European Standard Time)",
                        "9,i@acme.example,,Mon Jan  1 00:00:00 UTC 2024",
                        "10,j@acme.example,,Jan  1 2024 12:00AM",
                        "11,k@acme.example,,2023-12-31 19:00:00 -0500 EST"));
        assertThat(report.warnings()).doesNotContainKeys("date_left_out", "date_missing");
        assertThat(host.count("select count(distinct joined_at) from auth_user"))
                .isEqualTo(1);
    }

    @Test
    void a_time_whose_day_and_month_are_not_known_apart_is_told() {
        ImportReport report = moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,email_verified_at",
                        "1,slash@acme.example,,01/02/2024 10:00",
                        "2,words@acme.example,,Januar 2024"));
        assertThat(proven()).isEmpty();
        assertThat(report.warnings()).containsEntry("marker_not_known", 2L);
    }
}
