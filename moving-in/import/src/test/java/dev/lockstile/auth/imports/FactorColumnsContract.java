package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A factor in the row of its owner of which no mapping knows locks the account. */
abstract class FactorColumnsContract extends OldFactorFixture {

    @Test
    void what_devise_asks_for_is_asked_for_here() {
        ImportReport report = come("devise", resource("13-devise-two-factor/users.csv"));
        assertThat(isLocked("dv1@acme.example", WORD)).isTrue();
        assertThat(report.named().get("second_factor_locked").count()).isOne();
    }

    @Test
    void a_mark_of_the_application_s_own_locks_and_one_that_says_no_does_not() {
        ImportReport report = come(
                "authjs",
                file(
                        "user.csv",
                        "id,email,password,twoFactorEnabled,totp_secret",
                        "ba1,ba1@acme.example," + BCRYPT + ",true,",
                        "ba2,ba2@acme.example," + BCRYPT + ",1,",
                        "ba3,ba3@acme.example," + BCRYPT + ",perhaps,",
                        "ba4,ba4@acme.example," + BCRYPT + ",false," + BASE32,
                        "ba5,ba5@acme.example," + BCRYPT + ",NULL,",
                        "ba6,ba6@acme.example," + BCRYPT + ",," + BASE32));
        for (String name : List.of("ba1", "ba2", "ba3", "ba6")) {
            assertThat(isLocked(name + "@acme.example", WORD)).as(name).isTrue();
        }
        for (String name : List.of("ba4", "ba5")) {
            assertThat(login(name + "@acme.example", WORD)).as(name).isInstanceOf(Outcome.Done.class);
        }
        assertThat(report.warnings()).containsEntry("factor_column_not_mapped", 4L);
    }

    @Test
    void a_preset_that_reads_named_columns_alone_reads_those_of_factors_too() {
        SmallDjango django = SmallDjango.onH2().user(1).user(2).user(3);
        django.execute(
                "alter table auth_user add column mfa_enabled boolean",
                "alter table auth_user add column \"OtpSecret\" varchar",
                "update auth_user set mfa_enabled = true where id = 1",
                "update auth_user set \"OtpSecret\" = 'ABC' where id = 2");
        ImportReport report = come("django", django::source);
        assertThat(isLocked("user1@example.com", SmallDjango.WORD)).isTrue();
        assertThat(isLocked("user2@example.com", SmallDjango.WORD)).isTrue();
        assertThat(login("user3@example.com", SmallDjango.WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(report.columnsNotCarried()).isEmpty();
        django.close();
    }

    @Test
    void a_table_of_a_host_s_own_is_read_in_the_same_way() {
        Supplier<Source> members = file(
                "members.csv",
                "id,mail,word,mfa_enabled,google2fa_secret",
                "1,m1@acme.example," + BCRYPT + ",1,",
                "2,m2@acme.example," + BCRYPT + ",0,");
        ImportReport blind = come(members(false), members);
        assertThat(isLocked("m1@acme.example", WORD)).isTrue();
        assertThat(login("m2@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(blind.warnings()).containsEntry("factor_column_not_mapped", 1L);
    }

    @Test
    void a_mapping_that_reads_the_column_of_a_factor_decides_what_it_means() {
        Supplier<Source> members =
                file("members.csv", "id,mail,word,mfa_enabled", "1,m1@acme.example," + BCRYPT + ",1");
        come(members(true), members);
        assertThat(login("m1@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    private static Preset members(boolean reads) {
        return TablePreset.of(
                "club",
                "members",
                ImportHints.of("bcrypt").cutAt72(),
                person -> person.identifiers(new IdentifierColumns("mail", null, null, null), Proofs.NONE)
                        .password("word")
                        .active(!reads
                                || person.row().has("mail") && person.row().cell("mfa_enabled") != null)
                        .trust(Trust.always(true)));
    }
}
