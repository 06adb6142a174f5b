package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.OldTotp;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.password.ImportHints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Second factors of a system of one's own, and a host that keeps none. */
final class OwnFactorsTest {

    // region: own-factors
    static Preset members(Preset people) {
        return people.withFactors(FactorMapping.totp(
                "member_totp", // its table
                "member_id", // the column that holds the person's key
                row -> OldTotp.ofBase32((String) row.cell("secret"))
                        .withForm(((Number) row.cell("digits")).longValue(), 30)));
    }
    // end: own-factors

    private static Preset people() {
        return TablePreset.of(
                "club",
                "auth_user",
                ImportHints.of("django"),
                person -> person.identifiers(new IdentifierColumns("email", null, null, null), Proofs.ALL)
                        .password("password")
                        .trust(Trust.always(true))
                        .active(true)
                        .createdAt("date_joined"));
    }

    private static SmallDjango club() {
        SmallDjango club = SmallDjango.onH2().user(1).user(2).user(3);
        club.execute(
                "create table member_totp (id int primary key, member_id int, secret varchar, digits int)",
                "insert into member_totp values (1, 1, 'gezdgnbvgy3tqojqgezdgnbvgy3tqojq', 6)",
                "insert into member_totp values (2, 2, 'gezdgnbvgy3tqojqgezdgnbvgy3tqojq', 8)");
        return club;
    }

    @Test
    void a_mapping_brings_the_factors_of_a_table_along() {
        try (JpaHost host = JpaHost.onH2();
                SmallDjango club = club();
                Source source = club.source()) {
            MigrationFixture app = new MigrationFixture(host.store());

            ImportReport report = new UserImport(app.target(), named()).run(source, members(people()), entry -> {});

            assertThat(report.entities().get("totp_devices").in(State.CREATED)).isOne();
            assertThat(report.named().get("second_factor_locked").count()).isOne();
            assertThat(host.count("select count(*) from auth_totp")).isEqualTo(2);
        }
    }

    @Test
    void where_the_host_keeps_no_factors_whoever_has_one_waits_in_quarantine() {
        try (JpaHost host = JpaHost.withoutFactors();
                SmallDjango club = club()) {
            MigrationFixture app = new MigrationFixture(host.store());
            List<QuarantineEntry> held = new ArrayList<>();

            ImportReport report = run(app, club, named(), held);

            assertThat(report.entities().get("users").in(State.CREATED)).isOne();
            assertThat(held)
                    .filteredOn(entry -> entry.entity().equals("users"))
                    .extracting(QuarantineEntry::reason)
                    .containsExactly("second_factor_not_kept", "second_factor_not_kept");
            ImportReport loosened = run(app, club, named().allowFactorLoss(), held);
            assertThat(loosened.named().get("second_factor_lost").count()).isEqualTo(2);
        }
    }

    /** The mapping reads no column of states and rights. */
    private static ImportOptions named() {
        return ImportOptions.defaults()
                .withColumn("is_active", ColumnMeaning.ENABLED)
                .withColumn("is_staff", ColumnMeaning.IGNORE)
                .withColumn("is_superuser", ColumnMeaning.IGNORE);
    }

    private static ImportReport run(
            MigrationFixture app, SmallDjango club, ImportOptions options, List<QuarantineEntry> held) {
        try (Source source = club.source()) {
            return new UserImport(app.target(), options).run(source, members(people()), held::add);
        }
    }
}
