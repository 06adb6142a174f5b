package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that tells of accounts is read, named, or stops the import before anything is written. */
abstract class NamedColumnsContract extends StateAndProofFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_status",
                "isBanned2",
                "frozen",
                "spammer",
                "status",
                "userState",
                "email_confirmed",
                "phoneVerified",
                "mfa_grace_until",
                "is_admin",
                "role",
                "permissions",
                "deletion_date",
                "account_expires_at",
                "must_change_password2"
            })
    void a_name_that_tells_of_an_account_stops_the_import_until_it_is_named(String column) {
        String name = column.replace("2", "");
        Supplier<Source> users = file("users.csv", "id,email,encrypted_password," + name, "1,a@acme.example,,");
        if (!name.equals(column)) { // known by its name, so it is read
            moved("devise", users);
            return;
        }
        refused("devise", users, "users." + name.toLowerCase(java.util.Locale.ROOT) + " looks like ");
        moved("devise", users, ImportOptions.defaults().withColumn(name, ColumnMeaning.IGNORE));
        assertThat(states()).isEqualTo(Map.of("a", "open"));
    }

    @Test
    void content_that_tells_of_a_state_stops_the_import_too() {
        String[] rows = {"id,email,encrypted_password,kind", "1,a@acme.example,,active", "2,b@acme.example,,banned"};
        refused("devise", file("users.csv", rows), "users.kind looks like a state");
        Supplier<Source> table = database("create table users(id int primary key,email text,encrypted_password text,"
                + "bio text,kind text);\n"
                + "insert into users select \"X\",'p'||\"X\"||'@acme.example',null,'about '||\"X\",'active'"
                + " from system_range(1,700);\n"
                + "update users set kind='suspended' where id=650;\n");
        refused("devise", table, "users.kind looks like a state");
        ImportReport report =
                moved("devise", table, ImportOptions.defaults().withColumn("kind", ColumnMeaning.ENABLED));
        assertThat(states()).containsEntry("p650", "closed").containsEntry("p649", "open");
        assertThat(report.columns().get("users").get("left_out")).containsExactly("bio");
        assertThat(report.columns().get("users").get("mapped")).contains("kind", "email", "id");
    }

    @Test
    void content_that_tells_of_a_right_or_a_factor_stops_the_import() {
        refused(
                "laravel",
                file("users.csv", "id,email,password,kind", "1,a@acme.example,,user", "2,b@acme.example,,admin"),
                "users.kind looks like a right");
        refused(
                "laravel",
                file("users.csv", "id,email,password,extra", "1,a@acme.example,,otpauth://totp/a?secret=ABC"),
                "users.extra looks like a second factor");
    }

    @Test
    void names_and_texts_of_people_are_no_states() {
        ImportReport report = moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,nickname,about",
                        "1,a@acme.example,,admin,banned",
                        "2,b@acme.example,,joe,I was banned once",
                        "3,c@acme.example,,ann,hello"));
        assertThat(report.columns().get("users").get("left_out")).containsExactly("about", "nickname");
    }

    @Test
    void what_is_answered_takes_effect_and_an_unknown_value_is_the_safe_side() {
        ImportOptions named = ImportOptions.defaults()
                .withColumn("standing", ColumnMeaning.DISABLED)
                .withColumn("users.Status", ColumnMeaning.ENABLED)
                .withColumn("gone", ColumnMeaning.DELETED)
                .withColumn("paused", ColumnMeaning.DISABLED_UNTIL);
        ImportReport report = moved(
                "devise",
                file(
                        "users.csv",
                        "id,email,encrypted_password,standing,status,gone,paused",
                        "1,open@acme.example,,no,active,,2020-01-01 00:00:00",
                        "2,banned@acme.example,,yes,active,,",
                        "3,inactive@acme.example,,,inactive,,",
                        "4,gone@acme.example,,,1,2024-01-01 00:00:00,",
                        "5,paused@acme.example,,,1,,2999-01-01 00:00:00",
                        "6,odd@acme.example,,perhaps,1,,",
                        "7,strange@acme.example,,,gold,,"),
                named);
        assertThat(states())
                .isEqualTo(Map.of(
                        "open", "open",
                        "banned", "closed",
                        "inactive", "closed",
                        "gone", "deleted",
                        "paused", "closed",
                        "odd", "closed",
                        "strange", "closed"));
        assertThat(report.warnings()).containsEntry("state_uncertain", 2L);
    }

    @Test
    void a_mapped_table_asks_for_each_state_that_its_mapping_does_not_read() {
        for (String column : List.of(
                "deleted_at",
                "discarded_at",
                "spam",
                "deleted",
                "banned",
                "locked_at",
                "suspended",
                "disabled_at",
                "LockoutEnd")) {
            Supplier<Source> members = file("members.csv", "id,mail," + column, "1,m@acme.example,");
            assertThatExceptionOfType(SourceUnusableException.class)
                    .isThrownBy(() -> importing.run(members.get(), club(), ImportOptions.defaults()))
                    .withMessageContaining(
                            "members." + column.toLowerCase(java.util.Locale.ROOT) + " looks like a state");
        }
        assertThat(host.count("select count(*) from auth_user")).isZero();
        Supplier<Source> members = file("members.csv", "id,mail,banned", "1,in@acme.example,0", "2,out@acme.example,1");
        importing.run(members.get(), club(), ImportOptions.defaults().withColumn("banned", ColumnMeaning.DISABLED));
        assertThat(states()).isEqualTo(Map.of("in", "open", "out", "closed"));
    }

    @Test
    void records_of_a_document_store_are_accounted_for_in_the_same_way() {
        Supplier<Source> people = file(
                "authapp_usermodel.jsonl",
                "{\"_id\":1,\"phone_number\":\"+525512345671\",\"status_key\":1,\"is_removed\":false}",
                "{\"_id\":2,\"phone_number\":\"+525512345672\",\"status_key\":1,\"is_removed\":false,\"frozen\":true}");
        refused("mongo-phone-otp", people, "authapp_usermodel.frozen looks like a state");
        moved("mongo-phone-otp", people, ImportOptions.defaults().withColumn("frozen", ColumnMeaning.DISABLED));
        assertThat(host.count("select count(*) from auth_user where is_active")).isOne();
    }

    @Test
    void a_name_that_is_not_there_or_that_the_preset_reads_is_refused() {
        Supplier<Source> users = file("users.csv", "id,email,encrypted_password,confirmed_at", "1,a@acme.example,,");
        refused(
                "devise",
                users,
                "there is no column baned",
                ImportOptions.defaults().withColumn("baned", ColumnMeaning.IGNORE));
        refused(
                "devise",
                users,
                "users.confirmed_at is read by the preset itself",
                ImportOptions.defaults().withColumn("confirmed_at", ColumnMeaning.IGNORE));
    }

    @Test
    void a_name_that_two_tables_have_is_qualified() {
        Supplier<Source> old = database("create table fu_users(id varchar(40) primary key,email text,"
                + "hashed_password text,frozen boolean);\n"
                + "create table users(id int primary key,email text,frozen boolean);\n"
                + "insert into fu_users values('a','a@acme.example',null,true);\n"
                + "insert into users values(1,'b@acme.example',true);\n");
        refused(
                "fastapi-users",
                old,
                "several tables of people have a column frozen: name it as TABLE.frozen",
                ImportOptions.defaults().withColumn("frozen", ColumnMeaning.DISABLED));
        moved(
                "fastapi-users",
                old,
                ImportOptions.defaults()
                        .withColumn("fu_users.frozen", ColumnMeaning.DISABLED)
                        .withColumn("users.frozen", ColumnMeaning.IGNORE));
        assertThat(states()).containsEntry("a", "closed").containsEntry("b", "open");
    }

    @Test
    void the_host_s_own_columns_on_the_old_table_are_not_asked_for() {
        String own = "email_key,username_key,password_changed_at,is_superuser,is_staff,email_verified_at";
        ImportReport report =
                moved("devise", file("users.csv", "id,email,encrypted_password," + own, "1,a@acme.example,,,,,f,f,"));
        assertThat(report.columns().get("users").get("left_out")).contains("is_superuser");
    }

    @Test
    void a_column_named_as_a_factor_locks_the_account() {
        ImportReport report = importing.run(
                file("users.csv", "id,email,encrypted_password,guard", "1,a@acme.example,,on", "2,b@acme.example,,off")
                        .get(),
                Presets.named("devise", null),
                ImportOptions.defaults().withColumn("guard", ColumnMeaning.FACTOR));
        assertThat(report.entities().get("users").byReason()).containsEntry("second_factor_not_kept", 1L);
        assertThat(states()).isEqualTo(Map.of("b", "open"));
    }

    private Preset club() {
        return TablePreset.of(
                "club",
                "members",
                ImportHints.none(),
                person -> person.identifiers(new IdentifierColumns("mail", null, null, null), Proofs.NONE)
                        .trust(Trust.always(person.hasOwn(IdentifierKind.EMAIL))));
    }

    private void refused(String preset, Supplier<Source> source, String words) {
        refused(preset, source, words, ImportOptions.defaults());
    }

    private void refused(String preset, Supplier<Source> source, String words, ImportOptions options) {
        assertThatExceptionOfType(SourceUnusableException.class)
                .isThrownBy(() -> importing.run(source.get(), Presets.named(preset, null), options))
                .withMessageContaining(words);
        assertThatExceptionOfType(SourceUnusableException.class)
                .isThrownBy(() -> importing.run(source.get(), Presets.named(preset, null), options.asDryRun()))
                .withMessageContaining(words);
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }
}
