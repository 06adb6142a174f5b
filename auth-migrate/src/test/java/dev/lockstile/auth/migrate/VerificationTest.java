package dev.lockstile.auth.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.migrate.preset.DjangoPreset;
import dev.lockstile.auth.migrate.preset.FastApiUsersPreset;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.migrate.source.SourceAccess;
import dev.lockstile.auth.migrate.source.Sources;
import dev.lockstile.auth.migrate.support.Importing;
import dev.lockstile.auth.migrate.support.JpaHost;
import dev.lockstile.auth.migrate.support.LegacyDump;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.Passwords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
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

        Map<String, Long> found = verify(preset, source);
        assertThat(Verification.isClean(found)).isFalse();
        assertThat(found)
                .containsEntry("differs:joined_at", 1L)
                .containsEntry("differs:phone", 1L)
                .containsEntry("differs:profile.first_name", 1L)
                .containsEntry("differs:profile.role", 1L);
        assertThat(found.get("checksum_here")).isNotEqualTo(found.get("checksum_there"));
    }

    @Test
    void the_other_old_systems_are_equal_on_both_sides() {
        String sqlite = "jdbc:sqlite:" + LegacyDump.unpacked("django_otp.sqlite3.gz", folder);
        moved(DjangoPreset.standard(), () -> Sources.open(new SourceAccess(sqlite, null, null)));
        moved(new FastApiUsersPreset(), () -> Sources.open(new SourceAccess(LegacyDump.fastApiUsers(), null, null)));
        Path lines = LegacyDump.unpacked("biograph.users.jsonl.gz", folder);
        moved(new MongoPhoneOtpPreset(), () -> Sources.file(lines));
    }

    /** Somebody whom the comparison reaches: who has signed in neither there nor here. */
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
        Map<String, Long> found = verify(preset, source);
        assertThat(Verification.isClean(found)).as(preset.name() + found).isTrue();
        assertThat(found.get("equal")).as(preset.name() + found).isGreaterThan(100);
        assertThat(found.get("checksum_here"))
                .isEqualTo(found.get("checksum_there"))
                .isNotZero();
    }

    private Map<String, Long> verify(Preset preset, Supplier<Source> source) {
        ImportTarget target = new ImportTarget(
                host.store(),
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp()).formats(),
                Clock.fixed(Importing.NOW, ZoneOffset.UTC));
        try (Source opened = source.get()) {
            return new Verification(target, ImportOptions.defaults()).run(opened, preset);
        }
    }
}
