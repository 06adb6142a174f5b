package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates of the years in which the calendars of JDBC and of the database differ, and of the last year. */
abstract class EarlyDatesContract {

    private static final List<String> DAYS =
            List.of("0001-01-01", "1500-02-28", "1582-10-04", "1582-10-10", "1582-10-15", "1969-12-31", "9999-12-31");
    private static final String TIMES =
            "select %s from %s t join auth_legacy_link l on l.local_ref = cast(t.id as varchar)"
                    + " where l.entity = '%s' order by cast(l.legacy_id as int)";

    private final SmallLegacy old = new SmallLegacy();
    private JpaHost host;
    private Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store()).sealedBy(UpdateFixture.KEY);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void arrive_as_the_days_they_were() {
        people();
        importing.run(old.source());
        assertThatAllIsAsItWas();
        assertThat(differences()).isEmpty();
    }

    @Test
    void are_read_by_the_host_as_the_days_they_were() {
        people();
        importing.run(old.source());
        List<Object[]> read = host.entities()
                .callInTransaction(em -> em.createQuery(
                                "select p.birthday, u.createdAt from Profile p, User u where p.user = u"
                                        + " order by u.username",
                                Object[].class)
                        .getResultList());
        for (int i = 0; i < DAYS.size(); i++) {
            assertThat(read.get(i)).containsExactly(LocalDate.parse(DAYS.get(i)), noon(DAYS.get(i)));
        }
    }

    @Test
    void stay_what_they_are_over_an_update_and_its_rollback() {
        people();
        importing.run(old.source());
        old.execute("update authentication_user set is_staff = true, modified = timestamp with time zone"
                + " '2021-01-01 00:00:00+00'");
        old.execute("update authentication_profile set first_name = 'Ana', modified = timestamp with time zone"
                + " '2021-01-01 00:00:00+00'");
        ImportReport second = importing.run(old.source());
        assertThatAllIsAsItWas();
        assertThat(differences()).isEmpty();
        new RunRollback(
                        host.store(),
                        java.time.Clock.fixed(UpdateFixture.LATER, java.time.ZoneOffset.UTC),
                        UpdateFixture.KEY)
                .run(second.run().runId(), entry -> {});
        assertThatAllIsAsItWas();
    }

    @Test
    void moved_by_two_days_here_are_reported() {
        people();
        importing.run(old.source());
        host.execute(
                "update auth_profile set birthday = birthday + interval '2' day where birthday = date '1500-02-28'",
                "update auth_user set created_at = created_at - interval '2' day where username = 'user1'");
        assertThat(differences())
                .extracting(VerifyReport.Difference::legacyId, VerifyReport.Difference::field)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("2", "birthday"),
                        org.assertj.core.groups.Tuple.tuple("1", "created_at"));
    }

    @Test
    void lie_in_a_column_without_a_zone_in_the_time_of_utc() {
        host.execute("alter table auth_user alter column joined_at set data type timestamp(6)");
        people();
        importing.run(old.source());
        assertThat(texts("joined_at", "auth_user", "users")).isEqualTo(DAYS);
        List<Instant> read = host.entities()
                .callInTransaction(
                        em -> em.createQuery("select u.joinedAt from User u order by u.username", Instant.class)
                                .getResultList());
        assertThat(read).isEqualTo(DAYS.stream().map(EarlyDatesContract::noon).toList());
    }

    private void people() {
        for (int id = 1; id <= DAYS.size(); id++) {
            String day = DAYS.get(id - 1);
            String noon = "timestamp with time zone '" + day + " 12:00:00+00'";
            old.user(id, "created", noon, "date_joined", noon)
                    .profile(id, id, "birthday", "date '" + day + "'", "created", noon);
        }
    }

    private void assertThatAllIsAsItWas() {
        assertThat(texts("birthday", "auth_profile", "profiles")).isEqualTo(DAYS);
        assertThat(texts("created_at at time zone 'UTC'", "auth_profile", "profiles"))
                .isEqualTo(DAYS);
        assertThat(texts("created_at at time zone 'UTC'", "auth_user", "users")).isEqualTo(DAYS);
        assertThat(texts("joined_at at time zone 'UTC'", "auth_user", "users")).isEqualTo(DAYS);
    }

    /** As the database itself writes them; a text, so that no driver counts. */
    private List<String> texts(String column, String table, String entity) {
        String text = "substring(cast(t." + column + " as varchar(40)) from 1 for 10) as found";
        return host.rows(TIMES.formatted(text, table, entity)).stream()
                .map(row -> row.get("found"))
                .toList();
    }

    private List<VerifyReport.Difference> differences() {
        List<VerifyReport.Difference> told = new ArrayList<>();
        Verifying.of(host.store(), old.source(), JbDrfAuthPreset.discovering(), told);
        return told;
    }

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
