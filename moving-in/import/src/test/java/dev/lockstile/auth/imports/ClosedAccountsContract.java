package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.password.ImportHints;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account that the old system refuses does not come open. */
abstract class ClosedAccountsContract extends StateAndProofFixture {

    @Test
    void a_time_of_deletion_deletes() {
        ImportReport report = moved("laravel", resource("05-laravel-soft-deleted/users.csv"));
        assertThat(states()).isEqualTo(Map.of("l5", "deleted"));
        assertThat(report.named().get("closed_in_source").count()).isEqualTo(1);
        assertThat(report.columnsNotCarried()).isEmpty();
    }

    @Test
    void a_network_s_spam_and_deleted_marks_close() {
        moved("wordpress", resource("07-wordpress-multisite-spam-deleted/wp_users.csv"));
        assertThat(states())
                .containsEntry("w6", "open")
                .containsEntry("w7", "closed")
                .containsEntry("w8", "closed");
    }

    @Test
    void an_account_is_closed_until_that_expires() {
        moved("authjs", resource("08-authjs-banned/users.csv"));
        assertThat(states()).isEqualTo(Map.of("ba2", "closed"));
        moved(
                "authjs",
                file(
                        "user.csv",
                        "id,email,banned,banExpires",
                        "1,over@acme.example,true,2020-01-01 00:00:00",
                        "2,later@acme.example,1,2999-01-01 00:00:00",
                        "3,free@acme.example,false,",
                        "4,odd@acme.example,perhaps,",
                        "5,zero@acme.example,true,1970-01-01 00:00:00"));
        assertThat(states())
                .containsEntry("over", "open")
                .containsEntry("later", "closed")
                .containsEntry("free", "open")
                .containsEntry("odd", "closed")
                .containsEntry("zero", "closed");
    }

    @Test
    void a_lockout_that_lasts_closes() {
        moved(
                "aspnet-identity",
                file(
                        "aspnetusers.csv",
                        "Id,UserName,Email,PasswordHash,EmailConfirmed,LockoutEnd,LockoutEnabled",
                        "1,b1,b1@acme.example,,True,9999-12-31 23:59:59.9999999 +00:00,True",
                        "2,b2,b2@acme.example,,True,2999-01-01 00:00:00 +00:00,True",
                        "3,b3,b3@acme.example,,True,2020-01-01 00:00:00 +00:00,True",
                        "4,b4,b4@acme.example,,True,2999-01-01 00:00:00 +00:00,False",
                        "5,b5,b5@acme.example,,True,NULL,True"));
        assertThat(states())
                .isEqualTo(Map.of("b1", "closed", "b2", "closed", "b3", "open", "b4", "open", "b5", "open"));
    }

    @Test
    void a_column_of_the_application_s_own_closes_and_one_that_says_nothing_known_too() {
        ImportReport report = moved(
                "devise",
                file(
                        "users.csv",
                        "id,email,encrypted_password,suspended_at,active,locked_at,discarded_at",
                        "1,free@acme.example,,,true,,",
                        "2,suspended@acme.example,,2024-01-01 00:00:00 UTC,true,,",
                        "3,inactive@acme.example,,,f,,",
                        "4,locked@acme.example,,,1,2024-01-01 00:00:00 UTC,",
                        "5,discarded@acme.example,,,1,,2024-01-01 00:00:00 UTC",
                        "6,odd@acme.example,,,pending,,"));
        assertThat(states())
                .isEqualTo(Map.of(
                        "free", "open",
                        "suspended", "closed",
                        "inactive", "closed",
                        "locked", "closed",
                        "discarded", "deleted",
                        "odd", "closed"));
        assertThat(report.named().get("state_uncertain").count()).isEqualTo(1);
        assertThat(report.named().get("closed_in_source").count()).isEqualTo(5);
    }

    @Test
    void a_mapping_of_a_host_s_own_decides_over_the_columns_that_it_reads() {
        String[] rows = {"id,mail,banned,disabled", "1,mapped@acme.example,1,0", "2,other@acme.example,0,1"};
        ImportReport report = importing.run(
                file("members.csv", rows).get(),
                TablePreset.of(
                        "club",
                        "members",
                        ImportHints.none(),
                        person -> person.identifiers(new IdentifierColumns("mail", null, null, null), Proofs.NONE)
                                .trust(Trust.always(true))
                                .active(!person.row().flag("banned")
                                        || person.row().has("mail"))),
                ImportOptions.defaults().withColumn("disabled", ColumnMeaning.DISABLED));
        assertThat(report.people().read()).isEqualTo(2);
        assertThat(states()).isEqualTo(Map.of("mapped", "open", "other", "closed"));
    }

    @Test
    void a_temporary_password_has_to_be_replaced_and_the_person_is_named() {
        ImportReport report = moved("keycloak", script("09-keycloak-temporary-password/source.sql"));
        assertThat(states()).isEqualTo(Map.of("temp", "open"));
        assertThat(host.count("select count(*) from auth_user where password_hash like '!change$temporary$-$%'"))
                .isOne();
        assertThat(report.named().get("temporary_password").count()).isEqualTo(1);
    }
}
