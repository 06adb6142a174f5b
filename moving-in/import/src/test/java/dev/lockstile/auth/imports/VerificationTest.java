package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read anew on both sides is equal field by field, and one changed field is found. */
final class VerificationTest {

    @TempDir
    private Path folder;

    private final JpaHost host = JpaHost.onH2();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void every_field_that_was_changed_here_is_told() {
        Preset preset = JbDrfAuthPreset.discovering();
        String old = LegacyDump.jbDrfAuth();
        Supplier<Source> source = () -> Sources.open(new SourceAccess(old, null, null));
        moved(preset, source);

        change("auth_user", "joined_at", "timestamp with time zone '2001-01-01 00:00:00+00'");
        change("auth_user", "phone", "'+15005550009'");
        change("auth_profile", "first_name", "'Somebody'");
        change("auth_profile", "role", "'OTHER'");

        VerifyReport found = verify(preset, source);
        assertThat(found.isClean()).isFalse();
        assertThat(found.rows("users").differing()).isEqualTo(Map.of("joined_at", 1L, "phone", 1L, "phone_key", 1L));
        assertThat(found.rows("profiles").differing()).isEqualTo(Map.of("first_name", 1L, "role", 1L));
        assertThat(found.checksums().target()).isNotEqualTo(found.checksums().source());
        assertThat(found.rows("profiles").fields().get("role").target())
                .isNotEqualTo(found.rows("profiles").fields().get("role").source());
        assertThat(found.rows("profiles").fields().get("gender").target())
                .isEqualTo(found.rows("profiles").fields().get("gender").source());
    }

    @Test
    void each_row_of_the_source_ends_in_one_outcome_and_as_many_are_here_as_the_run_left() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).profile(1, 1).device(1, 1).social(1, 1, "sub-1");
        old.user(2).user(3).user(4, "email", "''", "username", "''");
        Preset preset = JbDrfAuthPreset.discovering();
        new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
        UserId second = user(2);
        host.store().alone(tx -> tx.users().recordLogin(second, Importing.NOW.plusSeconds(60)));
        old.execute("update authentication_user set is_staff = true where id = 3");
        old.user(5);

        VerifyReport found = verify(preset, old::source);

        assertThat(found.isClean()).isTrue();
        assertThat(found.rows("users").outcomes())
                .isEqualTo(Map.of("equal", 1L, "used_at_target", 1L, "changed_at_source", 1L, "not_in_target", 2L));
        assertThat(found.rows("profiles").outcomes()).isEqualTo(Map.of("equal", 1L));
        assertThat(found.rows("devices").outcomes()).isEqualTo(Map.of("equal", 1L));
        assertThat(found.rows("social_accounts").outcomes()).isEqualTo(Map.of("equal", 1L));
        assertThat(found.rows("added_profiles").outcomes()).isEqualTo(Map.of("equal", 1L, "changed_at_source", 1L));
    }

    @Test
    void rows_that_came_and_are_gone_are_named() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).profile(1, 1).device(1, 1).social(1, 1, "sub-1").user(2).device(2, 2);
        Preset preset = JbDrfAuthPreset.discovering();
        new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
        String device = ref("devices", 2);
        host.execute(
                "delete from auth_device where id = " + device,
                "delete from auth_social_account",
                "delete from auth_legacy_link where entity = 'profiles'");

        List<VerifyReport.Difference> told = new ArrayList<>();
        VerifyReport found = verify(preset, old::source, told);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        new VerifyReport.Difference("devices", "2", "row", "missing here"),
                        new VerifyReport.Difference("social_accounts", "1", "row", "missing here"));
        assertThat(found.missing()).isEqualTo(Map.of("profiles", 1L));
        assertThat(found.isClean()).isFalse();
    }

    @Test
    void two_comparisons_of_the_same_rows_have_different_checksums() {
        SmallLegacy old = new SmallLegacy();
        old.user(1);
        Preset preset = JbDrfAuthPreset.discovering();
        new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
        assertThat(verify(preset, old::source).checksums())
                .isNotEqualTo(verify(preset, old::source).checksums());
    }

    @Test
    void an_identifier_that_nobody_owns_any_more_is_told_and_one_that_another_owns_is_not() {
        SmallLegacy old = new SmallLegacy();
        old.user(1, "email", "'ana@example.com'").user(2, "email", "'Ana@example.com'", "is_verified", "false");
        Preset preset = JbDrfAuthPreset.discovering();
        new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
        assertThat(verify(preset, old::source).isClean()).isTrue();

        host.execute("update auth_user set email_key = null, email_verified_at = null");
        List<VerifyReport.Difference> told = new ArrayList<>();
        verify(preset, old::source, told);

        assertThat(told)
                .contains(
                        new VerifyReport.Difference("users", "1", "email_key", "no account owns it"),
                        new VerifyReport.Difference("users", "2", "email_key", "no account owns it"));
    }

    @Test
    void what_a_person_never_had_and_has_here_is_told() {
        SmallLegacy old = new SmallLegacy();
        old.user(1, "password", "null").user(2);
        Preset preset = JbDrfAuthPreset.discovering();
        new Importing(host.store()).run(old.source(), preset, ImportOptions.defaults());
        host.execute(
                "update auth_user set password_hash = '$argon2id$planted' where id = " + ref("users", 1),
                "update auth_user set phone = '+15005550009', phone_key = 'k' where id = " + ref("users", 2));

        List<VerifyReport.Difference> told = new ArrayList<>();
        verify(preset, old::source, told);

        assertThat(told)
                .contains(
                        new VerifyReport.Difference("users", "1", "password_hash", "only here"),
                        new VerifyReport.Difference("users", "2", "phone", "only here"));
    }

    @Test
    void the_other_old_systems_are_equal_on_both_sides() {
        String sqlite = "jdbc:sqlite:" + LegacyDump.unpacked("django_otp.sqlite3.gz", folder);
        moved(DjangoPreset.standard(), () -> Sources.open(new SourceAccess(sqlite, null, null)));
        moved(new FastApiUsersPreset(), () -> Sources.open(new SourceAccess(LegacyDump.fastApiUsers(), null, null)));
        Path lines = LegacyDump.unpacked("biograph.users.jsonl.gz", folder);
        moved(new MongoPhoneOtpPreset(), () -> Sources.file(lines));
    }

    /** A user whom the comparison reaches: who has signed in neither there nor here. */
    private void change(String table, String column, String value) {
        String nobodySeen = "select min(u.id) from auth_user u join auth_profile p on p.user_id = u.id"
                + " where u.deleted_at is null and u.last_login_at is null and u.phone is not null"
                + " and p.first_name is not null and p.deleted_at is null";
        String key = table.equals("auth_user") ? "id" : "user_id";
        String one = table.equals("auth_user")
                ? ""
                : " and id = (select min(id) from auth_profile where user_id = (" + nobodySeen + "))";
        host.execute("update " + table + " set " + column + " = " + value + " where " + key + " = (" + nobodySeen + ")"
                + one);
    }

    private void moved(Preset preset, Supplier<Source> source) {
        new Importing(host.store()).run(source.get(), preset, ImportOptions.defaults());
        List<VerifyReport.Difference> told = new ArrayList<>();
        VerifyReport found = verify(preset, source, told);
        assertThat(told).as(preset.name()).isEmpty();
        assertThat(found.isClean()).as(preset.name() + found.missing()).isTrue();
        assertThat(found.in("equal")).as(preset.name()).isGreaterThan(100);
        assertThat(found.checksums().target())
                .isEqualTo(found.checksums().source())
                .isNotZero();
    }

    private UserId user(int id) {
        return host.store().userId(ref("users", id)).orElseThrow();
    }

    private String ref(String entity, int id) {
        return host.rows("select local_ref from auth_legacy_link where entity = '" + entity + "' and legacy_id = '" + id
                        + "'")
                .get(0)
                .get("local_ref");
    }

    private VerifyReport verify(Preset preset, Supplier<? extends Source> source) {
        return verify(preset, source, new ArrayList<>());
    }

    private VerifyReport verify(Preset preset, Supplier<? extends Source> source, List<VerifyReport.Difference> told) {
        return Verifying.of(host.store(), source.get(), preset, told);
    }
}
