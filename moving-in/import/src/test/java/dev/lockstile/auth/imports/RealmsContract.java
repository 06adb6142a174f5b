package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One realm of a source with several is read, and the one that is meant is asked for. */
abstract class RealmsContract extends StateAndProofFixture {

    private static final String CASE = "14-keycloak-realms-in-one-database/source.sql";

    @Test
    void several_realms_of_keycloak_are_refused_by_name() {
        assertThatThrownBy(() -> moved("keycloak", script(CASE)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("partners, shop;")
                .hasMessageContaining("--realm")
                .hasMessageNotContaining("master");
        assertThat(host.rows("select id from auth_user")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "r1"})
    void one_realm_of_keycloak_comes_without_the_people_of_the_others(String realm) {
        ImportReport report = movedRealm("keycloak", script(CASE), realm);
        assertThat(emails())
                .as("otto has a second factor, which this host does not keep")
                .containsExactly("john@acme.example", "maria@acme.example", "temp@acme.example");
        assertThat(proven()).doesNotContain("john");
        assertThat(report.toJson()).doesNotContain("identifier_collision");
    }

    @Test
    void two_people_of_one_address_are_those_of_their_realms() {
        movedRealm("keycloak", script(CASE), "partners");
        assertThat(emails()).containsExactly("john@acme.example", "maria.partner@acme.example");
        assertThat(proven()).contains("john");
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "r0"})
    void the_people_of_master_are_no_users(String realm) {
        assertThatThrownBy(() -> movedRealm("keycloak", script(CASE), realm))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("administer Keycloak itself");
    }

    @Test
    void a_realm_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> movedRealm("keycloak", script(CASE), "shpo"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("no realm shpo")
                .hasMessageContaining("[partners, shop]");
    }

    @Test
    void the_one_realm_with_people_beside_master_needs_no_name() {
        moved("keycloak", database(keycloak("('r0','master'),('r1','shop'),('r2','empty')")));
        assertThat(emails()).containsExactly("ana@acme.example");
    }

    @Test
    void master_alone_is_refused() {
        assertThatThrownBy(() -> moved(
                        "keycloak",
                        database(keycloak("('r0','master'),('r1','shop')").replace("'r1');", "'r0');"))))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("the only realm");
    }

    @Test
    void realms_are_counted_by_the_rows_where_no_table_names_them() {
        Supplier<Source> tables = database(keycloak("('r1','shop')")
                .replace("table realm", "table elsewhere")
                .replace("into realm", "into elsewhere"));
        assertThatThrownBy(() -> moved("keycloak", tables))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("r0, r1");
        movedRealm("keycloak", tables, "r1");
        assertThat(emails()).containsExactly("ana@acme.example");
    }

    @Test
    void tenants_of_another_system_are_asked_for_alike() {
        Supplier<Source> users = file(
                "users.csv",
                "id,email,password,tenant_id",
                "1,ana@acme.example,,7",
                "2,ana@acme.example,,8",
                "3,bea@acme.example,,7",
                "4,eva@acme.example,,");
        assertThatThrownBy(() -> moved("laravel", users))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("users.tenant_id: (none), 7, 8;");
        assertThatThrownBy(() -> movedRealm("laravel", users, "9"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("no realm or tenant 9");
        movedRealm("laravel", users, "7");
        assertThat(emails()).containsExactly("ana@acme.example", "bea@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"TenantId\"", "\"tenantId\"", "\"TENANT_ID\""})
    void a_column_of_tenants_counts_in_every_letter_case(String column) {
        Supplier<Source> users =
                database("create table users(id bigint primary key, email varchar(99), password varchar(99), "
                        + column + " char(9));\ninsert into users values (1, 'ana@acme.example', '', '7'),"
                        + " (2, 'bo@acme.example', '', '8');\n");
        assertThatThrownBy(() -> moved("laravel", users))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining(": 7, 8;");
        movedRealm("laravel", users, "7");
        assertThat(emails()).containsExactly("ana@acme.example");
    }

    @Test
    void tenants_whose_names_mean_one_person_come_together_by_the_movers_word() {
        movedRealm(
                "devise",
                file(
                        "users.csv",
                        "id,email,encrypted_password,site_id",
                        "1,ana@acme.example,,1",
                        "2,bo@acme.example,,2"),
                "all");
        assertThat(emails()).containsExactly("ana@acme.example", "bo@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company_id", "OrganizationId", "workspace_uuid", "shop_key", "fk_org_id"})
    void columns_that_may_tell_tenants_are_asked_for_where_they_have_several_values(String column) {
        Supplier<Source> users = file(
                "users.csv",
                "id,email,password," + column,
                "1,ana@acme.example,,7",
                "2,bo@acme.example,,8",
                "3,eva@acme.example,,");
        assertThatThrownBy(() -> moved("laravel", users))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("users." + column.toLowerCase(Locale.ROOT) + " may tell tenants apart");
        assertThat(emails()).isEmpty();
        movedRealm("laravel", users, "7");
        assertThat(emails()).containsExactly("ana@acme.example");
        importing.run(
                users.get(),
                Presets.named("laravel", null),
                ImportOptions.defaults().withColumn(column, ColumnMeaning.IGNORE));
        assertThat(emails()).containsExactly("ana@acme.example", "bo@acme.example", "eva@acme.example");
    }

    @Test
    void of_several_columns_that_may_tell_tenants_one_is_left() {
        Supplier<Source> users = file(
                "users.csv",
                "id,email,password,company_id,workspace_id,brand_id",
                "1,ana@acme.example,,7,8,1",
                "2,bo@acme.example,,8,7,1");
        assertThatThrownBy(() -> movedRealm("laravel", users, "7"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("company_id, workspace_id;");
        assertThat(emails()).isEmpty();
        importing.run(
                users.get(),
                Presets.named("laravel", null),
                ImportOptions.defaults().withRealm("7").withColumn("company_id", ColumnMeaning.IGNORE));
        assertThat(emails()).containsExactly("bo@acme.example");
    }

    @Test
    void a_column_of_one_company_and_a_word_for_where_a_person_works_are_not_asked_for() {
        moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,company_id,company,current_team_id",
                        "1,ana@acme.example,,7,Acme,1",
                        "2,bo@acme.example,,7,Bolt,2"));
        assertThat(emails()).containsExactly("ana@acme.example", "bo@acme.example");
    }

    @Test
    void a_realm_for_a_source_that_has_none_is_refused() {
        Supplier<Source> users = file("users.csv", "id,email,password", "1,ana@acme.example,");
        assertThatThrownBy(() -> movedRealm("laravel", users, "shop"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("no column of realms");
        assertThatThrownBy(() -> movedRealm("django", users, "shop"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("django knows no realms");
    }

    private static String keycloak(String realms) {
        return "create table user_entity(id varchar(36) primary key, username varchar(255), email varchar(255),"
                + " email_verified boolean not null, enabled boolean not null, realm_id varchar(255));\n"
                + "create table credential(id varchar(36) primary key, user_id varchar(36), type varchar(255),"
                + " secret_data text, credential_data text, priority int);\n"
                + "create table realm(id varchar(36) primary key, name varchar(255));\n"
                + "insert into realm values " + realms + ";\n"
                + "insert into user_entity values ('k0','admin','root@acme.example',true,true,'r0'),"
                + " ('k1','ana','ana@acme.example',true,true,'r1');\n";
    }

    private ImportReport movedRealm(String preset, Supplier<Source> source, String realm) {
        ImportOptions options = ImportOptions.defaults().withRealm(realm);
        ImportReport report = importing.run(source.get(), Presets.named(preset, null), options);
        List<VerifyReport.Difference> told = new ArrayList<>();
        Verifying.of(host.store(), source.get(), Presets.named(preset, null), options, told);
        assertThat(told).isEmpty();
        return report;
    }

    private List<String> emails() {
        return host.rows("select email from auth_user order by email").stream()
                .map(row -> row.get("email"))
                .toList();
    }
}
