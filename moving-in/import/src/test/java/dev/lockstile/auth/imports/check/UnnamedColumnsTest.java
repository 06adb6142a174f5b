package dev.lockstile.auth.imports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule MB-17: a column that tells of accounts is read or named before an import. */
final class UnnamedColumnsTest {

    private static final String RULE = "MB-17";

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());

    @TempDir
    private Path folder;

    @Test
    void a_column_that_tells_of_accounts_by_name_or_by_values_is_an_error() throws IOException {
        List<CheckFinding> found = check(ImportOptions.defaults(), "account_status,level,city", "active,admin,Lima");
        assertThat(found).hasSize(2).allMatch(CheckFinding::error);
        assertThat(found)
                .extracting(CheckFinding::cause)
                .anyMatch(cause -> cause.contains("users.account_status looks like a state"))
                .anyMatch(cause -> cause.contains("users.level looks like a right"));
        assertThat(found).allMatch(one -> one.fix().contains("--column NAME=MEANING"));
    }

    @Test
    void a_named_column_is_none_and_a_name_without_a_column_is_one() throws IOException {
        ImportOptions named = ImportOptions.defaults()
                .withColumn("account_status", ColumnMeaning.ENABLED)
                .withColumn("users.level", ColumnMeaning.IGNORE);
        assertThat(check(named, "account_status,level,city", "active,admin,Lima"))
                .isEmpty();
        assertThat(check(named.withColumn("frozen", ColumnMeaning.DISABLED), "account_status,level", "active,admin"))
                .extracting(CheckFinding::cause)
                .containsExactly("there is no column frozen to give a meaning to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a state|del_flag,is_del,delete_time,sys_deleted,enable,is_valid,invalid,dormant,void,can_login,no_access,ban_level",
                "a state|access_revoked,approval_status,needs_approval,situacao,gesperrt_am,password_expires,pwd_expiry,deceased_at",
                "a proof|verified_email,email_status,phone_ok,doi_confirmed,verify_status",
                "a second factor|otp,authy_id,authy_enabled,duo_enabled,yubikey_id,ga_secret",
                "a right|acl,perms,rights,scopes,operator"
            })
    void codes_do_not_hide_what_names_tell(String kind, String columns) throws IOException {
        for (String column : columns.split(",")) {
            assertThat(check(ImportOptions.defaults(), column, "7"))
                    .as(column)
                    .extracting(CheckFinding::cause)
                    .anyMatch(cause -> cause.contains("users." + column + " looks like " + kind));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_year",
                "delivery_date",
                "delay",
                "model",
                "enabler",
                "validity_note",
                "voice",
                "avoid",
                "birth_date",
                "can_swim",
                "no_of_logins",
                "access_count",
                "email_format",
                "phone_type",
                "otter",
                "duo",
                "garden",
                "rights_holder",
                "telescopes",
                "cooperator",
                "device_id",
                "last_login",
                "current_team_id",
                "state",
                "country"
            })
    void names_that_merely_begin_alike_are_none(String column) throws IOException {
        assertThat(check(ImportOptions.defaults(), column, "7")).isEmpty();
    }

    @Test
    void columns_that_tell_of_no_account_are_none() throws IOException {
        assertThat(check(ImportOptions.defaults(), "city,note", "Lima,likes tea"))
                .isEmpty();
    }

    private List<CheckFinding> check(ImportOptions options, String columns, String cells) throws IOException {
        Path users = Files.writeString(
                folder.resolve("users.csv"),
                "id,email,encrypted_password," + columns + "\n1,ana@acme.example,," + cells + "\n2,bea@acme.example,,"
                        + cells + "\n");
        BeforeImport.Environment around = new BeforeImport.Environment(null, Optional.empty(), 1L << 40);
        try (Source source = Sources.file(users)) {
            return new BeforeImport(fixture.target(), options, around)
                    .of(source, Presets.named("devise", null)).stream()
                            .filter(one -> one.toString().contains(RULE))
                            .toList();
        }
    }
}
